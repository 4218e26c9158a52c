package task

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// run is a part of an object that starts tasks.
type run struct {
	of              *ecs.Object
	at              value.Located
	target          value.Value[string] // of an event rule
	launchType      value.Value[string]
	strategy        strategy
	network         value.Object
	publicIP        value.Value[string]
	platformVersion value.Value[string]
	constraints     []constraint
	strategies      []placement
}

// strategy is the capacity provider strategy of a run.
type strategy struct {
	at        value.Located
	providers []value.Value[string]
}

type constraint struct{ kind, expression value.Value[string] }

type placement struct{ kind, field value.Value[string] }

// runsOf are the parts of an object that start tasks: one, or one for each target of an event rule.
func runsOf(o *ecs.Object) []run {
	switch o.Type {
	case ecs.TypeTask:
		return []run{runOfTask(o)}
	case ecs.TypeSchedule:
		if ecsParameters := o.Schedule().Target.EcsParameters; !ecsParameters.Absent() {
			return []run{runOfSchedule(o, ecsParameters)}
		}
	case ecs.TypeEventTargets:
		var runs []run
		for _, t := range o.EventTargets().Targets.Items {
			if !t.EcsParameters.Absent() {
				runs = append(runs, runOfTarget(o, t))
			}
		}
		return runs
	}
	return nil
}

func runOfTask(o *ecs.Object) run {
	t := o.Task()
	r := run{
		of: o, at: t, launchType: t.LaunchType,
		network: t.NetworkConfiguration.Object, publicIP: t.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp,
		platformVersion: t.PlatformVersion,
	}
	r.strategy = strategyOf(t.CapacityProviderStrategy, func(i ecs.CapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })
	for _, c := range t.PlacementConstraints.Items {
		r.constraints = append(r.constraints, constraint{c.Type, c.Expression})
	}
	for _, s := range t.PlacementStrategy.Items {
		r.strategies = append(r.strategies, placement{s.Type, s.Field})
	}
	return r
}

func runOfSchedule(o *ecs.Object, e ecs.SchedulerEcsParameters) run {
	r := run{
		of: o, at: e, launchType: e.LaunchType,
		network: e.NetworkConfiguration.Object, publicIP: e.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp,
		platformVersion: e.PlatformVersion,
	}
	r.strategy = strategyOf(e.CapacityProviderStrategy, func(i ecs.SchedulerCapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })
	for _, c := range e.PlacementConstraints.Items {
		r.constraints = append(r.constraints, constraint{c.Type, c.Expression})
	}
	for _, s := range e.PlacementStrategy.Items {
		r.strategies = append(r.strategies, placement{s.Type, s.Field})
	}
	return r
}

func runOfTarget(o *ecs.Object, t ecs.EventsTarget) run {
	e := t.EcsParameters
	r := run{
		of: o, at: e, target: t.Id, launchType: e.LaunchType,
		network: e.NetworkConfiguration.Object, publicIP: e.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp,
		platformVersion: e.PlatformVersion,
	}
	r.strategy = strategyOf(e.CapacityProviderStrategy, func(i ecs.EventsCapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })
	for _, c := range e.PlacementConstraints.Items {
		r.constraints = append(r.constraints, constraint{c.Type, c.Expression})
	}
	for _, s := range e.PlacementStrategy.Items {
		r.strategies = append(r.strategies, placement{s.Type, s.Field})
	}
	return r
}

func strategyOf[T any](list value.List[T], provider func(T) value.Value[string]) strategy {
	s := strategy{at: list}
	for _, i := range list.Items {
		s.providers = append(s.providers, provider(i))
	}
	return s
}

// refusalOf tells when AWS answers: a schedule and an event rule are stored, and fail where they start tasks.
func refusalOf(o *ecs.Object) string {
	if o.Type == ecs.TypeTask {
		return "AWS refuses it"
	}
	return "AWS refuses to start it"
}

// targetID is the id of the target of an event rule, within a text of AWS.
func (r run) targetID() string {
	id, _ := r.target.Get()
	return id
}
