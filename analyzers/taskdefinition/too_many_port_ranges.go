package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var tooManyPortRanges = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "too-many-port-ranges",
		Title:    "A container maps more than a hundred ranges of ports",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.PortRangesOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			n := 0
			for _, m := range c.PortMappings.Items {
				if _, ok := m.ContainerPortRange.Get(); ok {
					n++
				}
			}
			if n > facts.PortRangesPerContainer {
				p.Reportf(c.PortMappings, "%s maps %d ranges of ports: at most %d", containerLabel(c), n, facts.PortRangesPerContainer).
					Help("join neighbouring ranges")
			}
		}
	},
}
