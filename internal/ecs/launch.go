package ecs

import "github.com/ecslint/ecslint/internal/value"

// Launch is a part of an object that runs tasks of a task definition.
type Launch struct {
	TaskDefinition value.Value[string]   // as it is written
	LaunchType     value.Value[string]   // absent where the object has no such member
	Providers      []value.Value[string] // the capacity providers that are known
}

// Launches are what an object runs: one of a service or a task, one for each target of an event rule.
func (o *Object) Launches() []Launch {
	switch o.Type {
	case TypeService:
		s := o.Service()
		return []Launch{{s.TaskDefinition, s.LaunchType, providers(s.CapacityProviderStrategy)}}
	case TypeTask:
		t := o.Task()
		return []Launch{{t.TaskDefinition, t.LaunchType, providers(t.CapacityProviderStrategy)}}
	case TypeTaskSet:
		t := o.TaskSet()
		return []Launch{{t.TaskDefinition, t.LaunchType, providers(t.CapacityProviderStrategy)}}
	case TypeSchedule:
		p := o.Schedule().Target.EcsParameters
		return []Launch{{p.TaskDefinitionArn, p.LaunchType, namesOf(p.CapacityProviderStrategy, func(i SchedulerCapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })}}
	case TypeEventTargets:
		return o.EventTargets().launches()
	case TypeAppSpec:
		return o.AppSpec().launches()
	}
	return nil
}

func (t *EventTargets) launches() []Launch {
	var all []Launch
	for _, target := range t.Targets.Items {
		p := target.EcsParameters
		if !p.Absent() {
			all = append(all, Launch{p.TaskDefinitionArn, p.LaunchType, namesOf(p.CapacityProviderStrategy, func(i EventsCapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })})
		}
	}
	return all
}

func (a *AppSpec) launches() []Launch {
	var all []Launch
	for _, resource := range a.Resources.Items {
		p := resource.TargetService.Properties
		if !p.Absent() {
			all = append(all, Launch{TaskDefinition: p.TaskDefinition, Providers: namesOf(p.CapacityProviderStrategy, func(i AppSpecCapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })})
		}
	}
	return all
}

func providers(strategy value.List[CapacityProviderStrategyItem]) []value.Value[string] {
	return namesOf(strategy, func(i CapacityProviderStrategyItem) value.Value[string] { return i.CapacityProvider })
}

func namesOf[T any](list value.List[T], name func(T) value.Value[string]) []value.Value[string] {
	var names []value.Value[string]
	for _, item := range list.Items {
		names = append(names, name(item))
	}
	return names
}

// platform is where the tasks run, by the launch type or the capacity providers. Which platform another capacity provider
// stands for can't be told from its name.
func (l Launch) platform() (Platform, value.Located, bool) {
	if name, ok := l.LaunchType.Get(); ok {
		return Platform(name), l.LaunchType, true
	}
	for _, provider := range l.Providers {
		if name, _ := provider.Get(); name == "FARGATE" || name == "FARGATE_SPOT" {
			return Fargate, provider, true
		}
	}
	return "", nil, false
}
