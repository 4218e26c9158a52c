package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var linksNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "links-network-mode",
		Title:    "Containers are linked in a network mode without links",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		networkMode := p.TaskDefinition().NetworkMode
		mode, set := networkMode.Get()
		if !set || mode == "bridge" || mode == awsvpc { // AWS refuses it in awsvpc: awsvpc-unsupported-field
			return
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if hasItems(c.Links).IsTrue() {
				p.Reportf(c.Links, "%s has links in network mode %q: only bridge has them", containerLabel(c), mode).
					Help(`remove "links", or choose another network mode; in host the containers reach each other at localhost`).
					Related(networkMode, "the network mode")
			}
		}
	},
}
