package scenario

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// amount is a number with the place that it was read at.
type amount struct {
	n    int64
	at   value.Located
	note string
}

// port is a host port that every task takes.
type port struct {
	number int64
	udp    bool
	at     value.Located
}

// demand is what one task takes of its instance, as the agent of ECS computes it:
// https://github.com/aws/amazon-ecs-agent/blob/8dfceca/agent/api/task/task.go (ToHostResources)
type demand struct {
	cpu, memory, gpus, enis amount
	ports                   []port
	mode                    string // network mode
}

// unknown is why something can't be simulated.
type unknown struct {
	at     value.Located
	reason string
}

func notKnown(at value.Located, format string, args ...any) *unknown {
	return &unknown{at, fmt.Sprintf(format, args...)}
}

// demandOf is what a task takes; overrides are those of RunTask, the zero of others.
func demandOf(td *ecs.TaskDefinition, overrides ecs.TaskOverride) (demand, *unknown) {
	var d demand
	if td.ContainerDefinitions.Unknown() {
		return d, notKnown(td.ContainerDefinitions, "its containers aren't all known")
	}
	if overrides.Unknown() {
		return d, notKnown(overrides, "its overrides aren't known")
	}
	if !overrides.Absent() && overrides.ContainerOverrides.Unknown() {
		return d, notKnown(overrides.ContainerOverrides, "its container overrides aren't known")
	}
	for _, o := range overrides.ContainerOverrides.Items {
		if !o.Cpu.Absent() || !o.Memory.Absent() || !o.MemoryReservation.Absent() || !o.ResourceRequirements.Absent() {
			return d, notKnown(o, "container overrides of cpu, memory or GPUs aren't simulated")
		}
	}
	var u *unknown
	if d.cpu, u = cpuOf(td, overrides.Cpu); u != nil {
		return d, u
	}
	if d.memory, u = memoryOf(td, overrides.Memory); u != nil {
		return d, u
	}
	if d.gpus, u = gpusOf(td); u != nil {
		return d, u
	}
	return d, d.network(td)
}

// first is the value that counts: the later ones where those before are absent.
func first(values ...value.Value[string]) value.Value[string] {
	for _, v := range values {
		if !v.Absent() {
			return v
		}
	}
	return values[len(values)-1]
}

func cpuOf(td *ecs.TaskDefinition, override value.Value[string]) (amount, *unknown) {
	if v := first(override, td.Cpu); !v.Absent() {
		text, ok := v.Get()
		if n, parsed := ecs.ParseCPU(text); ok && parsed {
			return amount{n: n, at: v}, nil
		}
		return amount{}, notKnown(v, "its cpu isn't known")
	}
	return sum(td, "cpu", func(c ecs.ContainerDefinition) value.Value[int64] { return c.Cpu })
}

// memoryOf counts the reservation of a container before its limit.
func memoryOf(td *ecs.TaskDefinition, override value.Value[string]) (amount, *unknown) {
	if v := first(override, td.Memory); !v.Absent() {
		text, ok := v.Get()
		if n, parsed := ecs.ParseMemory(text); ok && parsed {
			return amount{n: n, at: v}, nil
		}
		return amount{}, notKnown(v, "its memory isn't known")
	}
	return sum(td, "memory", func(c ecs.ContainerDefinition) value.Value[int64] {
		if n, known := c.MemoryReservation.Or(0); !known || n > 0 {
			return c.MemoryReservation
		}
		return c.Memory
	})
}

// sum adds up what the containers have. It is blamed on the one that has the most.
func sum(td *ecs.TaskDefinition, name string, of func(ecs.ContainerDefinition) value.Value[int64]) (amount, *unknown) {
	total := amount{at: td, note: "of its containers"}
	var most int64
	for _, c := range td.ContainerDefinitions.Items {
		v := of(c)
		n, ok := v.Or(0)
		if !ok || n < 0 || n > 1<<40 {
			return total, notKnown(v, "the %s of a container isn't known", name)
		}
		total.n += n
		if n > most {
			most, total.at = n, v
		}
	}
	if len(td.ContainerDefinitions.Items) == 1 {
		total.note = ""
	}
	return total, nil
}

func gpusOf(td *ecs.TaskDefinition) (amount, *unknown) {
	total := amount{at: td}
	for _, c := range td.ContainerDefinitions.Items {
		if c.ResourceRequirements.Unknown() {
			return total, notKnown(c.ResourceRequirements, "the resource requirements of a container aren't known")
		}
		for _, r := range c.ResourceRequirements.Items {
			kind, ok := r.Type.Get()
			if !ok {
				return total, notKnown(r.Type, "the type of a resource requirement isn't known")
			}
			if kind != "GPU" {
				return total, notKnown(r.Type, "requirements of type %s aren't simulated", kind)
			}
			text, _ := r.Value.Get()
			var n int64
			if _, err := fmt.Sscan(text, &n); err != nil || n < 0 || n > 1000 {
				return total, notKnown(r.Value, "how many GPUs a container takes isn't known")
			}
			total.n += n
			total.at = r.Value
		}
	}
	return total, nil
}

// network tells of network interfaces and ports. Without a mode tasks are on a bridge: on Linux of that name, on Windows "nat".
func (d *demand) network(td *ecs.TaskDefinition) *unknown {
	mode, ok := td.NetworkMode.Or("bridge")
	if !ok {
		return notKnown(td.NetworkMode, "its network mode isn't known")
	}
	d.mode = mode
	d.enis.at = td.NetworkMode
	switch mode {
	case "awsvpc":
		d.enis.n = 1
		return nil
	case "none":
		return nil
	}
	for _, c := range td.ContainerDefinitions.Items {
		if c.PortMappings.Unknown() {
			return notKnown(c.PortMappings, "the ports of a container aren't known")
		}
		for _, m := range c.PortMappings.Items {
			if u := d.port(m); u != nil {
				return u
			}
		}
	}
	return nil
}

// port adds a mapping's host port. 0 and, but in mode host, none stand for any free one.
func (d *demand) port(m ecs.PortMapping) *unknown {
	v := m.HostPort
	if d.mode == "host" && v.Absent() {
		v = m.ContainerPort
	}
	number, known := v.Or(0)
	protocol, knownProtocol := m.Protocol.Or("tcp")
	switch {
	case !known:
		return notKnown(v, "a host port isn't known")
	case number <= 0:
		return nil
	case !knownProtocol:
		return notKnown(m.Protocol, "the protocol of a port isn't known")
	}
	p := port{number, protocol == "udp", v}
	if !slices.ContainsFunc(d.ports, func(other port) bool { return other.number == p.number && other.udp == p.udp }) {
		d.ports = append(d.ports, p)
	}
	return nil
}

// resource is the name that a port has in problems.
func (p port) resource() string {
	if p.udp {
		return fmt.Sprintf("udp/%d", p.number)
	}
	return fmt.Sprintf("tcp/%d", p.number)
}

// of is what a task takes of a resource, and where that stands.
func (d *demand) of(resource string) (int64, value.Located, string) {
	switch resource {
	case "cpu", certificate.VCPU:
		return d.cpu.n, d.cpu.at, d.cpu.note
	case "memory":
		return d.memory.n, d.memory.at, d.memory.note
	case "gpu":
		return d.gpus.n, d.gpus.at, ""
	case "eni":
		return d.enis.n, d.enis.at, "network mode awsvpc"
	case ports:
		if len(d.ports) > 0 {
			return int64(len(d.ports)), d.ports[0].at, "ports of the instance"
		}
	}
	for _, p := range d.ports {
		if p.resource() == resource {
			return 1, p.at, ""
		}
	}
	return 0, nil, ""
}

// sourceIn is where something stands in the file of an object.
func sourceIn(o *ecs.Object, at value.Located, note string) certificate.Source {
	_, place := diag.MaskNames(o.File, "", at.Where().At())
	return certificate.Source{File: o.File.Name, At: place, Note: note}
}
