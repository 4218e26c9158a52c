package workload

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// Awsvpc is why tasks have network interfaces of their own.
type Awsvpc struct {
	Because string
	At      value.Located
}

// UsesAwsvpc is false where nothing says that the tasks have network interfaces of their own.
func (w Workload) UsesAwsvpc(p *analysis.Pass) (Awsvpc, bool) {
	if l, ok := w.OnFargate(p); ok {
		return Awsvpc{l.By + " means network mode awsvpc", l.At}, true
	}
	mode, td, ok := NetworkMode(p)
	if !ok || mode != "awsvpc" {
		return Awsvpc{}, false
	}
	return Awsvpc{td.Label() + " has network mode awsvpc", td.TaskDefinition().NetworkMode}, true
}

// NetworkMode is that of the task definition of the pass's object; false where none in sight tells.
func NetworkMode(p *analysis.Pass) (mode string, td *ecs.Object, ok bool) {
	td = p.Project.TaskDefinitionOf(p.Object)
	if td == nil || !p.Known(td.TaskDefinition().NetworkMode) {
		return "", nil, false
	}
	mode, ok = td.TaskDefinition().NetworkMode.Get()
	return mode, td, ok
}
