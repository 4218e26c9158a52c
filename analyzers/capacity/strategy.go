package capacity

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// strategy is a capacity provider strategy, wherever it stands but in services: theirs has rules of its own.
type strategy struct {
	at        value.Located
	items     []strategyItem
	complete  bool // it has no other items
	ofCluster bool // of a cluster, for all that names no other
}

type strategyItem struct {
	provider     value.Value[string]
	base, weight value.Value[int64]
}

// Unknown reports that the strategy may hold items that aren't known.
func (s strategy) Unknown() bool { return !s.complete }

// Where is the place of the strategy.
func (s strategy) Where() *value.Place { return s.at.Where() }

// strategiesOf are the strategies of an object.
func strategiesOf(o *ecs.Object) []strategy {
	switch o.Type {
	case ecs.TypeCluster:
		return []strategy{defaultStrategy(o.Cluster().DefaultCapacityProviderStrategy)}
	case ecs.TypeClusterCapacity:
		return []strategy{defaultStrategy(o.ClusterCapacity().DefaultCapacityProviderStrategy)}
	case ecs.TypeTask:
		return []strategy{strategyOf(o.Task().CapacityProviderStrategy, ofECS)}
	case ecs.TypeSchedule:
		return []strategy{strategyOf(o.Schedule().Target.EcsParameters.CapacityProviderStrategy, ofScheduler)}
	case ecs.TypeEventTargets:
		var all []strategy
		for _, t := range o.EventTargets().Targets.Items {
			all = append(all, strategyOf(t.EcsParameters.CapacityProviderStrategy, ofEvents))
		}
		return all
	case ecs.TypeAppSpec:
		var all []strategy
		for _, r := range o.AppSpec().Resources.Items {
			all = append(all, strategyOf(r.TargetService.Properties.CapacityProviderStrategy, ofAppSpec))
		}
		return all
	}
	return nil
}

func strategyOf[T any](list value.List[T], item func(T) strategyItem) strategy {
	s := strategy{at: list, complete: list.Complete}
	for _, i := range list.Items {
		s.items = append(s.items, item(i))
	}
	return s
}

func defaultStrategy(list value.List[ecs.CapacityProviderStrategyItem]) strategy {
	s := strategyOf(list, ofECS)
	s.ofCluster = true
	return s
}

func ofECS(i ecs.CapacityProviderStrategyItem) strategyItem {
	return strategyItem{i.CapacityProvider, i.Base, i.Weight}
}

func ofScheduler(i ecs.SchedulerCapacityProviderStrategyItem) strategyItem {
	return strategyItem{i.CapacityProvider, i.Base, i.Weight}
}

func ofEvents(i ecs.EventsCapacityProviderStrategyItem) strategyItem {
	return strategyItem{i.CapacityProvider, i.Base, i.Weight}
}

func ofAppSpec(i ecs.AppSpecCapacityProviderStrategyItem) strategyItem {
	return strategyItem{i.CapacityProvider, i.Base, i.Weight}
}
