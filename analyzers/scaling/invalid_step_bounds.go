package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	noBoundText      = "Both lower and upper bounds of a step adjustment cannot be left unspecified"
	boundOrderedText = "Lower bound must be less than upper bound for a step adjustment"
)

var invalidStepBounds = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-step-bounds",
		Title:     "A step of a step scaling policy has no bound, or bounds in the wrong order",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-step-adjustment-both-null", "cdk-preflight:appautoscaling-step-adjustment-bound-order"},
		AWSErrors: []string{noBoundText, boundOrderedText},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/issues/4812",
			bench + "step-adjustment-bound-order",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil {
			return
		}
		for _, item := range policy.StepScalingPolicyConfiguration.StepAdjustments.Items {
			s, ok := stepOf(p, item)
			switch {
			case !ok || s.isValid():
			case s.isOpenBelow() && s.isOpenAbove():
				p.Reportf(item, "a step needs a lower bound, an upper bound or both").
					Help("add MetricIntervalLowerBound to scale out, or MetricIntervalUpperBound to scale in; both count from the threshold of the alarm").
					Note("AWS refuses it: %q", noBoundText)
			default:
				p.Reportf(item.MetricIntervalUpperBound, "the upper bound %s of the step isn't above its lower bound %s", plain(s.to), plain(s.from)).
					Help("let the step end above where it begins").
					Related(item.MetricIntervalLowerBound, "the lower bound").
					Note("AWS refuses it: %q", boundOrderedText)
			}
		}
	},
}
