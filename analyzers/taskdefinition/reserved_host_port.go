package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var reservedHostPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "reserved-host-port",
		Title:    "A host port is one that every container instance keeps for itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // the task can't be placed, unless the agent is configured otherwise
		Since:    "0.1.0",
		Sources:  facts.ReservedHostPortsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		mode, _ := td.NetworkMode.Get()
		if mode == awsvpc || askFargate(p).is.IsTrue() {
			return // the task has a network of its own
		}
		for _, b := range hostBindings(p, td) {
			reserved := slices.Contains(facts.ReservedHostPortsLinux, b.number)
			windows := runsWindows(td)
			if windows.IsTrue() {
				reserved = slices.Contains(facts.ReservedHostPortsWindows, b.number)
			}
			switch {
			case b.protocol != "tcp" || !reserved:
			case td.NetworkMode.Unknown() || windows.IsUnknown():
				p.Undecided(b.at)
			default:
				p.Reportf(b.at, "host port %d of %s is reserved on container instances, so no instance can take the task", b.number, containerLabel(b.container)).
					Help("choose another host port").
					Note("The agent's setting ECS_RESERVED_PORTS can change which ports are reserved.")
			}
		}
	},
}
