package scaling

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	twoConfigurationsText = "You must only provide a single scaling policy configuration, which must match the scaling policy type specified."
	noConfigurationText   = "StepScaling policy configuration must be specified"
)

var policyConfigurationMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "policy-configuration-mismatch",
		Title:     "A scaling policy is of one type and configured as another",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-policy-type-config-mismatch", "cdk-preflight:appautoscaling-policy-type-config-required"},
		AWSErrors: []string{twoConfigurationsText, noConfigurationText},
		Sources: []string{
			bench + "policy-type-config-mismatch",
			bench + "policy-type-config-required",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil {
			return
		}
		kind, ok := policy.PolicyType.Get()
		all := configurationsOf(policy)
		own := slices.IndexFunc(all, func(c configuration) bool { return c.of == kind })
		if !p.Known(policy.PolicyType) || !ok || own < 0 {
			return
		}
		for i, c := range all {
			if i == own || c.at.Absent() || !p.Known(c.at) || !p.Known(all[own].at) {
				continue
			}
			text := twoConfigurationsText
			if all[own].at.Absent() {
				text = kind + " policy configuration must be specified"
			}
			p.Reportf(c.at, "%s is for policies of type %s, and this is of type %s", c.name, c.of, kind).
				Help("remove it, or make a second policy of type %s", c.of).
				Related(policy.PolicyType, "the type").
				Note("AWS refuses it: %q", text)
			return
		}
		if creates(p.Object) && p.Known(all[own].at) && all[own].at.Absent() {
			p.Reportf(policy.PolicyType, "a policy of type %s needs %s", kind, all[own].name).
				Help("add it").
				Note("AWS refuses it: %q", kind+" policy configuration must be specified")
		}
	},
}

// configuration is what makes a policy one of a type.
type configuration struct {
	of, name string
	at       value.Object
}

func configurationsOf(policy *ecs.ScalingPolicy) []configuration {
	return []configuration{
		{"StepScaling", "StepScalingPolicyConfiguration", policy.StepScalingPolicyConfiguration.Object},
		{"TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration", policy.TargetTrackingScalingPolicyConfiguration.Object},
		{"PredictiveScaling", "PredictiveScalingPolicyConfiguration", policy.PredictiveScalingPolicyConfiguration.Object},
	}
}
