package taskdefinition

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var portRangeNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "port-range-network-mode",
		Title:    "A container port range is used in a network mode without port ranges",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.PortRangesOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		networkMode := p.TaskDefinition().NetworkMode
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				if m.ContainerPortRange.Absent() || !p.Known(m.ContainerPortRange, networkMode) {
					continue
				}
				mode, set := networkMode.Get()
				if !set || slices.Contains(facts.PortRangeNetworkModes, mode) {
					continue
				}
				p.Reportf(m.ContainerPortRange, "%s maps a range of ports in network mode %s: only %s take ranges", containerLabel(c), mode,
					strings.Join(facts.PortRangeNetworkModes, " and ")).
					Help("map single ports, or choose another network mode").
					Related(networkMode, "the network mode")
			}
		}
	},
}
