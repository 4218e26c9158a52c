package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var misnamedCapacityProvider = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "misnamed-capacity-provider",
		Title:    "A capacity provider has nearly the name of one that is made beside it",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html",
		},
	},
	Run: func(p *analysis.Pass) {
		named := providersNamed(p.Object).values
		if len(named) == 0 {
			return
		}
		all := madeBeside(p, "CreateCapacityProvider", func(o *ecs.Object) value.Value[string] { return o.CapacityProvider().Name })
		for _, provider := range named {
			text, ok := provider.Get()
			if !ok || ofFargate(text) {
				continue
			}
			if meant, ok := meantAmong(p, provider, lastPart(text), all, everywhere(p, providersNamed), lastPart); ok {
				own, _ := meant.name.Get()
				p.Reportf(provider, "no capacity provider %q is made here, but %q is, which nothing uses", text, own).
					Help("write %q", own).
					Related(meant.name, "the capacity provider")
			}
		}
	},
}

// providersNamed are the capacity providers that an object runs tasks on, or associates with a cluster.
func providersNamed(o *ecs.Object) references {
	switch o.Type {
	case ecs.TypeService:
		return inStrategy(o.Service().CapacityProviderStrategy)
	case ecs.TypeTask:
		return inStrategy(o.Task().CapacityProviderStrategy)
	case ecs.TypeTaskSet:
		return inStrategy(o.TaskSet().CapacityProviderStrategy)
	case ecs.TypeCluster:
		c := o.Cluster()
		return listed(c.CapacityProviders).and(inStrategy(c.DefaultCapacityProviderStrategy))
	case ecs.TypeClusterCapacity:
		c := o.ClusterCapacity()
		return listed(c.CapacityProviders).and(inStrategy(c.DefaultCapacityProviderStrategy))
	case ecs.TypeSchedule:
		strategy := o.Schedule().Target.EcsParameters.CapacityProviderStrategy
		return references{launched(o).values, strategy.Complete}
	case ecs.TypeEventTargets:
		all := references{launched(o).values, o.EventTargets().Targets.Complete}
		for _, target := range o.EventTargets().Targets.Items {
			all.complete = all.complete && target.EcsParameters.CapacityProviderStrategy.Complete
		}
		return all
	}
	return launched(o)
}

func launched(o *ecs.Object) references {
	all := only()
	for _, launch := range o.Launches() {
		all = all.and(only(launch.Providers...))
	}
	return all
}

func inStrategy(strategy value.List[ecs.CapacityProviderStrategyItem]) references {
	all := references{complete: strategy.Complete}
	for _, item := range strategy.Items {
		all.values = append(all.values, item.CapacityProvider)
	}
	return all
}
