package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// fixedPort is a port of the container instance that each task of a service takes.
type fixedPort struct {
	number   int64
	protocol string
	at       value.Located
}

// fixedPorts are those that are known for certain. In bridge mode only a host port that is written is one.
func fixedPorts(p *analysis.Pass, service *ecs.Object) []fixedPort {
	object := p.Project.TaskDefinitionOf(service)
	if object == nil {
		return nil
	}
	td := object.TaskDefinition()
	mode, known := td.NetworkMode.Or("bridge")
	if !known || mode != "bridge" && mode != "host" || !p.Known(td.PlacementConstraints) || !td.PlacementConstraints.Absent() {
		return nil
	}
	var all []fixedPort
	for _, c := range td.ContainerDefinitions.Items {
		for _, m := range c.PortMappings.Items {
			port := m.HostPort
			if mode == "host" && port.Absent() {
				port = m.ContainerPort
			}
			protocol, ok := m.Protocol.Or("tcp")
			if number, _ := port.Get(); ok && number > 0 {
				all = append(all, fixedPort{number, protocol, port})
			}
		}
	}
	return all
}

// common is the first port that both have.
func common(a, b []fixedPort) (own, other fixedPort, ok bool) {
	for _, own := range a {
		for _, other := range b {
			if own.number == other.number && own.protocol == other.protocol {
				return own, other, true
			}
		}
	}
	return fixedPort{}, fixedPort{}, false
}
