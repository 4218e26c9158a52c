package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const stepSizeText = "The minimum or maximum scaling step size value is invalid"

var scalingStepOrder = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "scaling-step-order",
		Title:     "A capacity provider's least scaling step is larger than its largest",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cp-scaling-step-order"},
		AWSErrors: []string{stepSizeText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cp-scaling-step-order",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil {
			return
		}
		scaling := provider.AutoScalingGroupProvider.ManagedScaling
		least, hasLeast := scaling.MinimumScalingStepSize.Get()
		most, hasMost := scaling.MaximumScalingStepSize.Get()
		if !p.Known(scaling.MinimumScalingStepSize, scaling.MaximumScalingStepSize) || !hasLeast || !hasMost || least <= most {
			return
		}
		p.Reportf(scaling.MinimumScalingStepSize, "the minimum scaling step of %d instances is above the maximum of %d", least, most).
			Help("lower the minimum, or raise the maximum").
			Related(scaling.MaximumScalingStepSize, "the maximum").
			Note("AWS refuses it: %q", stepSizeText)
	},
}
