package project

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
)

// containerPorts are the container ports of one mapping, both ends included.
type containerPorts struct{ first, last int64 }

// portsOf is false where a mapping doesn't tell its ports in a form that can be read.
func portsOf(m ecs.PortMapping) (containerPorts, bool) {
	if port, ok := m.ContainerPort.Get(); ok {
		return containerPorts{port, port}, true
	}
	text, _ := m.ContainerPortRange.Get()
	from, to, _ := strings.Cut(text, "-")
	first, firstErr := strconv.ParseInt(strings.TrimSpace(from), 10, 64)
	last, lastErr := strconv.ParseInt(strings.TrimSpace(to), 10, 64)
	return containerPorts{first, last}, firstErr == nil && lastErr == nil
}

func (c containerPorts) holds(port int64) bool { return c.first <= port && port <= c.last }

func (c containerPorts) String() string {
	if c.first == c.last {
		return strconv.FormatInt(c.first, 10)
	}
	return strconv.FormatInt(c.first, 10) + "-" + strconv.FormatInt(c.last, 10)
}
