package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const unprotectedText = "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled."

var unprotectedAutoScalingGroup = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unprotected-auto-scaling-group",
		Title:     "Managed termination protection is on, but the Auto Scaling group doesn't protect its instances from scale-in",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cp-managed-termination-scale-in-protection"},
		AWSErrors: []string{unprotectedText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cp-managed-termination-scale-in-protection",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil {
			return
		}
		protection := provider.AutoScalingGroupProvider.ManagedTerminationProtection
		group := p.Project.Referred(provider.AutoScalingGroupProvider.AutoScalingGroupArn).AutoScalingGroup()
		if on, _ := protection.Get(); group == nil || !p.Known(protection) || on != "ENABLED" {
			return
		}
		protected, known := group.ProtectedFromScaleIn.Or(false)
		if !p.Known(group.ProtectedFromScaleIn) || !known || protected {
			return
		}
		p.Reportf(protection, "managed termination protection needs an Auto Scaling group that protects new instances from scale-in, which this one doesn't").
			Help("set NewInstancesProtectedFromScaleIn of the Auto Scaling group to true").
			Related(group.ProtectedFromScaleIn, "the Auto Scaling group").
			Note("AWS refuses it: %q", unprotectedText)
	},
}
