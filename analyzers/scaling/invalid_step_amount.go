package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	negativeCapacityText = "Scaling adjustment cannot be less than 0 when adjustment type is ExactCapacity"
	magnitudeText        = "Minimum adjustment magnitude is only allowed for adjustment type PercentChangeInCapacity"
)

var invalidStepAmount = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-step-amount",
		Title:    "A step scaling policy changes the number of tasks by what its type doesn't take",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:appautoscaling-min-adjustment-magnitude-percent-only",
			"cdk-preflight:appautoscaling-step-adjustment-exact-capacity-negative",
		},
		AWSErrors: []string{negativeCapacityText, magnitudeText},
		Sources: []string{
			bench + "step-adjustment-exact-capacity-negative",
			bench + "min-adjustment-magnitude-percent-only",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepScalingPolicyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil {
			return
		}
		steps := policy.StepScalingPolicyConfiguration
		kind, ok := steps.AdjustmentType.Get()
		if !p.Known(steps.AdjustmentType) || !ok {
			return
		}
		for _, s := range steps.StepAdjustments.Items {
			if n, ok := s.ScalingAdjustment.Get(); kind == "ExactCapacity" && p.Known(s.ScalingAdjustment) && ok && n < 0 {
				p.Reportf(s.ScalingAdjustment, "with ExactCapacity a step tells how many tasks there are to be, and %d is none", n).
					Help("write the number of tasks, or use ChangeInCapacity").
					Related(steps.AdjustmentType, "the type").
					Note("AWS refuses it: %q", negativeCapacityText)
			}
		}
		if _, ok := steps.MinAdjustmentMagnitude.Get(); p.Known(steps.MinAdjustmentMagnitude) && ok && (kind == "ExactCapacity" || kind == "ChangeInCapacity") {
			p.Reportf(steps.MinAdjustmentMagnitude, "a least change is for steps in percent, and the type is %s", kind).
				Help("remove MinAdjustmentMagnitude, or use PercentChangeInCapacity").
				Related(steps.AdjustmentType, "the type").
				Note("AWS refuses it: %q", magnitudeText)
		}
	},
}
