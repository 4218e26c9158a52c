// Package workload reads what has tasks run, whichever API takes it: services, task sets, tasks, schedules and the targets of
// event rules.
package workload

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// Workload is an object, or a part of one, that tells how tasks are launched, in the words of ECS.
type Workload struct {
	Of                       *ecs.Object
	Kind                     string              // in words
	Target                   value.Value[string] // the id of a target of an event rule
	LaunchType               value.Value[string]
	CapacityProviderStrategy value.List[ecs.CapacityProviderStrategyItem]
	PlatformVersion          value.Value[string]
	NetworkConfiguration     ecs.NetworkConfiguration
	PlacementConstraints     value.List[ecs.PlacementConstraint]
	PlacementStrategy        value.List[ecs.PlacementStrategy]
}

// All are the workloads of an object: none of most types, several where an event rule has several targets.
func All(o *ecs.Object) []Workload {
	return *ecs.Derived(o, all)
}

func all(o *ecs.Object) []Workload {
	switch o.Type {
	case ecs.TypeService:
		return []Workload{ofService(o)}
	case ecs.TypeTaskSet:
		return []Workload{ofTaskSet(o)}
	case ecs.TypeTask:
		return []Workload{ofTask(o)}
	case ecs.TypeSchedule:
		if e := o.Schedule().Target.EcsParameters; !e.Absent() {
			return []Workload{ofSchedule(o, e)}
		}
	case ecs.TypeEventTargets:
		var all []Workload
		for _, target := range o.EventTargets().Targets.Items {
			if !target.EcsParameters.Absent() {
				all = append(all, ofTarget(o, target))
			}
		}
		return all
	}
	return nil
}

// RunsService reports a service or a task set of one: others start single tasks.
func (w Workload) RunsService() bool {
	return w.Of.Type == ecs.TypeService || w.Of.Type == ecs.TypeTaskSet
}

func ofService(o *ecs.Object) Workload {
	s := o.Service()
	return Workload{
		Of: o, Kind: "service", LaunchType: s.LaunchType, CapacityProviderStrategy: s.CapacityProviderStrategy,
		PlatformVersion: s.PlatformVersion, NetworkConfiguration: s.NetworkConfiguration,
		PlacementConstraints: s.PlacementConstraints, PlacementStrategy: s.PlacementStrategy,
	}
}

func ofTaskSet(o *ecs.Object) Workload {
	t := o.TaskSet()
	return Workload{
		Of: o, Kind: "task set", LaunchType: t.LaunchType, CapacityProviderStrategy: t.CapacityProviderStrategy,
		PlatformVersion: t.PlatformVersion, NetworkConfiguration: t.NetworkConfiguration,
	}
}

func ofTask(o *ecs.Object) Workload {
	t := o.Task()
	return Workload{
		Of: o, Kind: "task", LaunchType: t.LaunchType, CapacityProviderStrategy: t.CapacityProviderStrategy,
		PlatformVersion: t.PlatformVersion, NetworkConfiguration: t.NetworkConfiguration,
		PlacementConstraints: t.PlacementConstraints, PlacementStrategy: t.PlacementStrategy,
	}
}

func ofSchedule(o *ecs.Object, e ecs.SchedulerEcsParameters) Workload {
	return Workload{
		Of: o, Kind: "schedule", LaunchType: e.LaunchType, PlatformVersion: e.PlatformVersion,
		CapacityProviderStrategy: value.Convert(e.CapacityProviderStrategy, func(i ecs.SchedulerCapacityProviderStrategyItem) ecs.CapacityProviderStrategyItem {
			return ecs.CapacityProviderStrategyItem(i)
		}),
		NetworkConfiguration: ecs.NetworkConfiguration{
			Object:              e.NetworkConfiguration.Object,
			AwsvpcConfiguration: ecs.AwsVpcConfiguration(e.NetworkConfiguration.AwsvpcConfiguration),
		},
		PlacementConstraints: value.Convert(e.PlacementConstraints, func(c ecs.SchedulerPlacementConstraint) ecs.PlacementConstraint {
			return ecs.PlacementConstraint(c)
		}),
		PlacementStrategy: value.Convert(e.PlacementStrategy, func(s ecs.SchedulerPlacementStrategy) ecs.PlacementStrategy {
			return ecs.PlacementStrategy(s)
		}),
	}
}

func ofTarget(o *ecs.Object, t ecs.EventsTarget) Workload {
	e := t.EcsParameters
	return Workload{
		Of: o, Kind: "target", Target: t.Id, LaunchType: e.LaunchType, PlatformVersion: e.PlatformVersion,
		CapacityProviderStrategy: value.Convert(e.CapacityProviderStrategy, func(i ecs.EventsCapacityProviderStrategyItem) ecs.CapacityProviderStrategyItem {
			return ecs.CapacityProviderStrategyItem(i)
		}),
		NetworkConfiguration: ecs.NetworkConfiguration{
			Object:              e.NetworkConfiguration.Object,
			AwsvpcConfiguration: ecs.AwsVpcConfiguration(e.NetworkConfiguration.AwsvpcConfiguration),
		},
		PlacementConstraints: value.Convert(e.PlacementConstraints, func(c ecs.EventsPlacementConstraint) ecs.PlacementConstraint {
			return ecs.PlacementConstraint(c)
		}),
		PlacementStrategy: value.Convert(e.PlacementStrategy, func(s ecs.EventsPlacementStrategy) ecs.PlacementStrategy {
			return ecs.PlacementStrategy(s)
		}),
	}
}

// Refusal is the note for a text of AWS, which says when it comes: a schedule and an event rule are stored, and fail where they
// start tasks.
func Refusal(o *ecs.Object, text string) string {
	if o.Type == ecs.TypeSchedule || o.Type == ecs.TypeEventTargets {
		return fmt.Sprintf("AWS refuses to start it: %q", text)
	}
	return fmt.Sprintf("AWS refuses it: %q", text)
}
