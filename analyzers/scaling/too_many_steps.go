package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const manyStepsText = "There can be at most 20 step adjustments per scaling policy"

var tooManySteps = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "too-many-steps",
		Title:     "A step scaling policy has more steps than an account has by default",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Warning, // the quota can be raised
		Since:     "0.1.0",
		AWSErrors: []string{manyStepsText},
		Sources:   facts.StepAdjustmentsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil {
			return
		}
		steps := policy.StepScalingPolicyConfiguration.StepAdjustments
		if len(steps.Items) <= facts.StepAdjustments {
			return
		}
		p.Reportf(steps, "%d step adjustments: a policy can have %d, unless the quota of step adjustments per policy was raised", len(steps.Items), facts.StepAdjustments).
			Help("make fewer steps, or use target tracking").
			Note("AWS refuses it: %q", manyStepsText)
	},
}
