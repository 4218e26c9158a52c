package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var ephemeralHostPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "ephemeral-host-port",
		Title:    "A host port is among those that the host gives out itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.EphemeralPortsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		mode, _ := td.NetworkMode.Get()
		if mode == awsvpc || askFargate(p).is.IsTrue() {
			return // the task has a network of its own
		}
		windows := runsWindows(td)
		least := int64(facts.EphemeralPortLeast)
		if windows.IsTrue() {
			least = facts.EphemeralPortLeastWindows
		}
		for _, b := range hostBindings(p, td) {
			switch {
			case b.number < least || !b.written || slices.Contains(facts.ReservedHostPortsLinux, b.number): // reserved-host-port speaks of those
			case td.NetworkMode.Unknown() || windows.IsUnknown():
				p.Undecided(b.at)
			default:
				p.Reportf(b.at, "host port %d of %s is among those that the host gives out itself, from %d on: at times it is taken", b.number, containerLabel(b.container), least).
					Help("choose a lower port, or leave it to Docker with host port 0")
			}
		}
	},
}
