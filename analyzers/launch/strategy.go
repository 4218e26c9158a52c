package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// strategy is a capacity provider strategy, wherever it stands.
type strategy struct {
	value.List[ecs.CapacityProviderStrategyItem]
	of owner
}

// owner is what a strategy is of, as far as AWS's answers differ.
type owner int

const (
	ofTasks   owner = iota
	ofService       // or of a task set
	ofCluster       // for all that names no other
)

// eachStrategy runs a check on all strategies of an object but those of saved output, which AWS has taken.
func eachStrategy(check func(*analysis.Pass, strategy)) func(*analysis.Pass) {
	return func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, s := range strategiesOf(p.Object) {
			check(p, s)
		}
	}
}

func strategiesOf(o *ecs.Object) []strategy {
	var all []strategy
	switch o.Type {
	case ecs.TypeCluster:
		all = append(all, strategy{o.Cluster().DefaultCapacityProviderStrategy, ofCluster})
	case ecs.TypeClusterCapacity:
		all = append(all, strategy{o.ClusterCapacity().DefaultCapacityProviderStrategy, ofCluster})
	case ecs.TypeAppSpec:
		for _, r := range o.AppSpec().Resources.Items {
			all = append(all, strategy{inAppSpec(r.TargetService.Properties.CapacityProviderStrategy), ofTasks})
		}
	}
	for _, w := range workload.All(o) {
		if w.RunsService() {
			all = append(all, strategy{w.CapacityProviderStrategy, ofService})
		} else {
			all = append(all, strategy{w.CapacityProviderStrategy, ofTasks})
		}
	}
	return all
}

func inAppSpec(list value.List[ecs.AppSpecCapacityProviderStrategyItem]) value.List[ecs.CapacityProviderStrategyItem] {
	return value.Convert(list, func(i ecs.AppSpecCapacityProviderStrategyItem) ecs.CapacityProviderStrategyItem {
		return ecs.CapacityProviderStrategyItem(i)
	})
}
