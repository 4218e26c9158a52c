package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var portWithoutNetwork = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "port-without-network",
		Title:    "A port is mapped in a task without a network",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		networkMode := p.TaskDefinition().NetworkMode
		if mode, _ := networkMode.Get(); mode != "none" {
			return
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if hasItems(c.PortMappings).IsTrue() {
				p.Reportf(c.PortMappings, "%s maps ports in network mode none, in which nobody can reach them", containerLabel(c)).
					Help(`remove "portMappings", or choose another network mode`).
					Related(networkMode, "the network mode")
			}
		}
	},
}
