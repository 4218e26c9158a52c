package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
)

// linked is the task definition of a service or a task set, where it is in sight.
type linked struct {
	*ecs.TaskDefinition
	label string
}

func linkedTo(p *analysis.Pass) (linked, bool) {
	td := p.Project.TaskDefinitionOf(p.Object)
	if td == nil {
		return linked{}, false
	}
	return linked{td.TaskDefinition(), td.Label()}, true
}

// networkModeOf is false where the task definition doesn't tell.
func networkModeOf(p *analysis.Pass) (mode string, td linked, ok bool) {
	td, ok = linkedTo(p)
	if !ok || !p.Known(td.NetworkMode) {
		return "", td, false
	}
	mode, ok = td.NetworkMode.Get()
	return mode, td, ok
}

// sharesHostNetwork is false where the tasks aren't in the network of their container instance for certain.
func sharesHostNetwork(p *analysis.Pass) (mode string, td linked, ok bool) {
	mode, td, ok = networkModeOf(p)
	return mode, td, ok && (mode == "bridge" || mode == "host")
}

// runsWindows is false where the task definition doesn't say so.
func (td linked) runsWindows() bool {
	family, _ := td.RuntimePlatform.OperatingSystemFamily.Get()
	return len(family) > 7 && family[:7] == "WINDOWS"
}

// refusedWith is the note for a text of AWS.
func refusedWith(text string) string { return fmt.Sprintf("AWS refuses it: %q", text) }
