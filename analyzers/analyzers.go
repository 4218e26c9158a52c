// Package analyzers is the list of all rules in Go.
package analyzers

import (
	"slices"

	"github.com/ecslint/ecslint/analyzers/appspec"
	"github.com/ecslint/ecslint/analyzers/capacity"
	"github.com/ecslint/ecslint/analyzers/command"
	"github.com/ecslint/ecslint/analyzers/launch"
	"github.com/ecslint/ecslint/analyzers/placement"
	"github.com/ecslint/ecslint/analyzers/project"
	"github.com/ecslint/ecslint/analyzers/repository"
	"github.com/ecslint/ecslint/analyzers/scaling"
	"github.com/ecslint/ecslint/analyzers/schedule"
	"github.com/ecslint/ecslint/analyzers/service"
	"github.com/ecslint/ecslint/analyzers/simulation"
	"github.com/ecslint/ecslint/analyzers/task"
	"github.com/ecslint/ecslint/analyzers/taskdefinition"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

var bySubject = map[ecs.Type][]*analysis.Analyzer{
	ecs.TypeTaskDefinition:   taskdefinition.All,
	ecs.TypeService:          slices.Concat(service.All, launch.All),
	ecs.TypeTaskSet:          slices.Concat(service.TaskSets, launch.All),
	ecs.TypeCommand:          slices.Concat(command.All, task.OfCalls),
	ecs.TypeTask:             slices.Concat(task.All, launch.All, service.Tasks),
	ecs.TypeCluster:          slices.Concat(capacity.All, launch.All),
	ecs.TypeClusterCapacity:  slices.Concat(capacity.All, launch.All),
	ecs.TypeCapacityProvider: capacity.All,
	ecs.TypeExpressService:   slices.Concat(capacity.All, scaling.All),
	ecs.TypeScalableTarget:   scaling.All,
	ecs.TypeScalingPolicy:    scaling.All,
	ecs.TypeScheduledAction:  slices.Concat(scaling.All, schedule.All),
	ecs.TypeEventRule:        schedule.All,
	ecs.TypeEventTargets:     slices.Concat(schedule.All, task.All, launch.All),
	ecs.TypeSchedule:         slices.Concat(schedule.All, task.All, launch.All),
	ecs.TypeRepository:       repository.All,
	ecs.TypeAppSpec:          slices.Concat(appspec.All, launch.All),
}

// For are the analyzers that read objects of a type: those of its subject, and those that read objects of several types or across them.
func For(t ecs.Type) []*analysis.Analyzer {
	return slices.Concat(bySubject[t], placement.All, project.All, simulation.All)
}

// All are all analyzers.
func All() []*analysis.Analyzer {
	var all []*analysis.Analyzer
	for _, list := range [][]*analysis.Analyzer{
		taskdefinition.All, service.All, command.All, launch.All, task.All, task.OfCalls, capacity.All, scaling.All, schedule.All, repository.All, appspec.All,
		placement.All, project.All, simulation.All,
	} {
		all = append(all, list...)
	}
	return all
}
