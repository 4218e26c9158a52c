package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var overlappingPortRanges = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "overlapping-port-ranges",
		Title:     "A container port range overlaps with another port mapping",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-port-range-overlap"},
		AWSErrors: []string{overlapText(8085)},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-port-range-overlap",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		},
	},
	Run: func(p *analysis.Pass) {
		mapped := mappedPorts(p)
		for i, second := range mapped {
			for _, first := range mapped[:i] {
				if checkOverlap(p, first, second) {
					break
				}
			}
		}
	},
}

// mapped is the container ports of one port mapping.
type mapped struct {
	portRange
	isRange   bool
	protocol  string
	container *ecs.ContainerDefinition
	index     int // of the container
	at        value.Located
}

func mappedPorts(p *analysis.Pass) []mapped {
	var all []mapped
	containers := p.TaskDefinition().ContainerDefinitions.Items
	for i := range containers {
		c := &containers[i]
		for _, m := range c.PortMappings.Items {
			if !p.Known(m.Protocol, m.ContainerPort, m.ContainerPortRange) {
				continue
			}
			ports := mapped{protocol: protocolOf(m.Protocol), container: c, index: i, at: m.ContainerPort}
			if text, ok := m.ContainerPortRange.Get(); ok {
				ports.portRange, ports.isRange = parsePortRange(text)
				ports.at = m.ContainerPortRange
			} else {
				port, _ := m.ContainerPort.Get()
				ports.portRange = portRange{port, port}
			}
			if ports.first > 0 && ports.first <= ports.last {
				all = append(all, ports)
			}
		}
	}
	return all
}

// checkOverlap reports the second where both take a port. In network mode awsvpc all containers share one network; else
// a port can be mapped once by each container.
func checkOverlap(p *analysis.Pass, first, second mapped) bool {
	if !first.isRange && !second.isRange || first.protocol != second.protocol || !first.overlaps(second.portRange) {
		return false
	}
	networkMode := p.TaskDefinition().NetworkMode
	mode, _ := networkMode.Get()
	if mode != awsvpc && first.index != second.index {
		p.Known(networkMode)
		return false
	}
	b := p.Reportf(second.at, "%s maps %s/%s, which overlaps with %s/%s of %s",
		containerLabel(*second.container), second.portRange, second.protocol, first.portRange, first.protocol, containerLabel(*first.container)).
		Related(first.at, "mapped before, by %s", containerLabel(*first.container)).
		Help("map each port once")
	switch {
	case mode != awsvpc:
		b.Severity(rules.Warning).Note("AWS documents that port ranges can't overlap; in this network mode its answer isn't known.")
	case second.protocol == "tcp":
		b.Note("AWS refuses it: %q", overlapText(max(first.first, second.first)))
	}
	return true
}

func overlapText(port int64) string {
	return fmt.Sprintf("TCP container port '%d' is used multiple times in task when networkMode=awsvpc.", port)
}
