package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesWithoutCluster = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "managed-instances-without-cluster",
		Title:    "A capacity provider of Managed Instances names no cluster",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html",
		},
	},
	Run: func(p *analysis.Pass) {
		provider := p.Object.CapacityProvider()
		if provider == nil || p.Object.Operation != "CreateCapacityProvider" || provider.ManagedInstancesProvider.Absent() {
			return
		}
		if p.Known(provider.ManagedInstancesProvider, provider.Cluster) && provider.Cluster.Absent() {
			p.Reportf(provider.ManagedInstancesProvider, "a capacity provider of Managed Instances belongs to one cluster, and none is named").
				Help(`add "cluster"`)
		}
	},
}
