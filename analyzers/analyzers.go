// Package analyzers is the list of all rules in Go.
package analyzers

import (
	"github.com/ecslint/ecslint/analyzers/command"
	"github.com/ecslint/ecslint/analyzers/project"
	"github.com/ecslint/ecslint/analyzers/service"
	"github.com/ecslint/ecslint/analyzers/taskdefinition"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

var bySubject = map[ecs.Type][]*analysis.Analyzer{
	ecs.TypeTaskDefinition: taskdefinition.All,
	ecs.TypeService:        service.All,
	ecs.TypeCommand:        command.All,
}

// For are the analyzers that read objects of a type: those of its subject, and those that read across objects.
func For(t ecs.Type) []*analysis.Analyzer {
	return append(append([]*analysis.Analyzer{}, bySubject[t]...), project.All...)
}

// All are all analyzers.
func All() []*analysis.Analyzer {
	var all []*analysis.Analyzer
	for _, list := range [][]*analysis.Analyzer{taskdefinition.All, service.All, command.All, project.All} {
		all = append(all, list...)
	}
	return all
}
