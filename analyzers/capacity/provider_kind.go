package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var providerKind = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "provider-kind",
		Title:    "A capacity provider is for both an Auto Scaling group and Managed Instances, or for neither",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil || p.Object.Operation != "CreateCapacityProvider" || p.Object.Output {
			return
		}
		group, managed := provider.AutoScalingGroupProvider, provider.ManagedInstancesProvider
		switch {
		case !p.Known(group, managed) || group.Absent() != managed.Absent():
		case group.Absent():
			p.Reportf(provider, "the capacity provider has neither an Auto Scaling group nor Managed Instances").
				Help(`add "autoScalingGroupProvider" or "managedInstancesProvider"`)
		default:
			p.Reportf(managed, "the capacity provider has both an Auto Scaling group and Managed Instances: it can have one").
				Help("make two capacity providers of it").
				Related(group, "the Auto Scaling group")
		}
	},
}
