package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	noStepText     = "There must be at least one step adjustment"
	noStepTypeText = "Adjustment type must be specified"
)

var missingStepAdjustment = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-step-adjustment",
		Title:     "A step scaling policy has no step, or doesn't tell what its steps mean",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-step-adjustment-type-required", "cdk-preflight:appautoscaling-step-adjustments-required"},
		AWSErrors: []string{noStepText, noStepTypeText},
		Sources: []string{
			bench + "step-adjustments-required",
			bench + "step-adjustment-type-required",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepScalingPolicyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil || !creates(p.Object) {
			return
		}
		steps := policy.StepScalingPolicyConfiguration
		if steps.Absent() || !p.Known(steps) {
			return
		}
		if p.Known(steps.StepAdjustments) && steps.StepAdjustments.Absent() {
			p.Reportf(steps.StepAdjustments, "the policy has no step").
				Help("add a step, as in MetricIntervalLowerBound 0 with ScalingAdjustment 1").
				Note("AWS refuses it: %q", noStepText)
		}
		if p.Known(steps.AdjustmentType) && steps.AdjustmentType.Absent() {
			p.Reportf(steps.AdjustmentType, "the policy doesn't tell what its steps mean").
				Help("add AdjustmentType: ChangeInCapacity, PercentChangeInCapacity or ExactCapacity").
				Note("AWS refuses it: %q", noStepTypeText)
		}
	},
}
