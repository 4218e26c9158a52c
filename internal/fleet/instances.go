package fleet

import (
	"cmp"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
)

// instances reads one item of containerInstances.
func (r *reader) instances(m ecs.FleetInstances) {
	g := Group{
		InstanceType: r.shownText(m.InstanceType, "instanceType"),
		IDs:          r.ids(m.IDs),
		Zone:         r.shownText(m.AvailabilityZone, "availabilityZone"),
		Provider:     r.shownText(m.CapacityProvider, "capacityProvider"),
		Spot:         r.flag(m.Spot, "spot"),
		Windows:      r.text(m.OperatingSystem, "operatingSystem") == "windows",
		Architecture: r.text(m.CPUArchitecture, "cpuArchitecture"),
		Closed:       r.flag(m.AttributesComplete, "attributesComplete"),
		Capabilities: r.texts(m.Capabilities, "capabilities"),
		ReservedTCP:  r.ports(m.ReservedPorts, "reservedPorts"),
		ReservedUDP:  r.ports(m.ReservedPortsUDP, "reservedPortsUdp"),
		From:         map[string]certificate.Source{"count": r.source(m.Count, ""), "zone": r.source(m.AvailabilityZone, "")},
	}
	if g.Count = r.number(m.Count, "count", max(1, int64(len(g.IDs)))); int64(len(g.IDs)) > g.Count && !m.Count.Unknown() {
		r.problem(m.IDs, "ids names %d instances, and count is %d", len(g.IDs), g.Count)
	}
	g.amounts(r, m)
	g.attributes(r, m)
	r.complete(m.RunningTasks, "runningTasks")
	for _, tasks := range m.RunningTasks.Items {
		g.Running = append(g.Running, r.running(tasks))
	}
	g.name()
	if r.bound(g.Count, m.Count) {
		r.fleet.Groups = append(r.fleet.Groups, g)
	}
}

// ids are those at the end of ARNs of container instances.
func (r *reader) ids(l value.List[value.Value[string]]) []string {
	ids := r.texts(l, "ids")
	for i, id := range ids {
		ids[i] = InstanceID(id)
		r.once("container instance", ids[i], l.Items[i])
	}
	return ids
}

// InstanceID is what tells a container instance apart: the end of its ARN, or the id itself.
func InstanceID(arn string) string { return arn[strings.LastIndex(arn, "/")+1:] }

func (g *Group) name() {
	g.Name = cmp.Or(g.InstanceType, "any of its types")
	if g.Provider != "" {
		g.Name += " of " + g.Provider
	}
	if g.Zone != "" {
		g.Name += " in " + g.Zone
	}
}

// amounts are those of the instance type, unless the file gives others.
func (g *Group) amounts(r *reader, m ecs.FleetInstances) {
	t, known := facts.InstanceTypeNamed(g.InstanceType)
	if !known && !m.InstanceType.Unknown() && (m.RegisteredCPU.Absent() || m.RegisteredMemory.Absent() || m.NetworkInterfaces.Absent()) {
		hint := ""
		if similar, ok := diag.Suggest(g.InstanceType, facts.InstanceTypeNames()); ok {
			hint = ", or did you mean " + similar + "?"
		}
		r.problem(m.InstanceType, "ecslint doesn't know the instance type %q: give its registeredCpu, registeredMemory and networkInterfaces%s", g.InstanceType, hint)
	}
	g.ofType(t, r.number(m.ReservedMemory, "reservedMemory", 0), r.flag(m.Trunking, "trunking"))
	catalogue := certificate.Source{File: "catalogue of instance types", Note: t.Name + ", as of " + facts.InstanceTypesOrigin.AsOf}
	for _, name := range []string{"cpu", "memory", "eni", "gpu"} {
		g.From[name] = catalogue
	}
	if !m.RegisteredCPU.Absent() {
		g.Least.CPU = r.number(m.RegisteredCPU, "registeredCpu", 0)
		g.Most.CPU, g.From["cpu"] = g.Least.CPU, r.source(m.RegisteredCPU, "")
	}
	if !m.RegisteredMemory.Absent() {
		g.Least.Memory = r.number(m.RegisteredMemory, "registeredMemory", 0)
		g.Most.Memory, g.From["memory"] = g.Least.Memory, r.source(m.RegisteredMemory, "")
	}
	if !m.NetworkInterfaces.Absent() && !r.flag(m.Trunking, "trunking") {
		g.Least.ENIs = max(r.number(m.NetworkInterfaces, "networkInterfaces", 0)-1, 0)
		g.Most.ENIs, g.From["eni"] = g.Least.ENIs, r.source(m.NetworkInterfaces, "one is the instance's own")
	}
	if !m.GPUs.Absent() {
		g.Least.GPUs = r.number(m.GPUs, "gpus", 0)
		g.Most.GPUs, g.From["gpu"] = g.Least.GPUs, r.source(m.GPUs, "")
	}
	if g.Architecture == "" {
		g.Architecture = t.Architecture
	}
}

// ofType sets what a type registers. One network interface is the instance's own. Where branch interfaces aren't listed on a page
// of AWS, there may be none.
func (g *Group) ofType(t facts.InstanceType, reservedMemory int64, trunking bool) {
	const unitsPerVCPU = 1024
	g.Least = Amounts{t.VCPUs * unitsPerVCPU, max(t.LeastMemory()-reservedMemory, 0), max(t.DefaultCardENIs-1, 0), t.GPUs}
	g.Most = Amounts{t.VCPUs * unitsPerVCPU, max(t.Memory-reservedMemory, 0), max(t.ENIs-1, 0), t.GPUs}
	if trunking && t.BranchENIs > 0 {
		g.Most.ENIs = t.BranchENIs
		if !t.Derived {
			g.Least.ENIs = t.BranchENIs
		}
	}
}

// attributes are those of the file, and those that ECS gives. What holds a secret may not stand in a proof: the instances may have any such attribute.
func (g *Group) attributes(r *reader, m ecs.FleetInstances) {
	if !m.Attributes.Complete {
		r.unknown(m.Attributes, "what attributes holds")
	}
	g.Attributes = g.own()
	for _, e := range m.Attributes.Entries {
		text := r.text(e.Value, "attribute "+e.Key)
		if r.isSecret(text) {
			g.Closed = false
			continue
		}
		g.Attributes[e.Key] = text
	}
	if zone := g.Attributes["ecs.availability-zone"]; g.Zone == "" {
		g.Zone = zone
	}
}

// IsCapability reports the name of an attribute by which the agent says what it can do.
// https://github.com/aws/amazon-ecs-agent/blob/8dfceca/agent/app/agent_capability.go
func IsCapability(attribute string) bool {
	return strings.HasPrefix(attribute, "ecs.capability.") || strings.HasPrefix(attribute, "com.amazonaws.ecs.capability.")
}

const systemAttribute = "ecs.os-type"

// RunsWindows tells the operating system of the instances, where it is known.
func (g *Group) RunsWindows() (windows, known bool) {
	_, known = g.Attributes[systemAttribute]
	return g.Windows, known
}

// own are the attributes that ECS gives the instances, as far as they are known.
func (g *Group) own() map[string]string {
	own := map[string]string{systemAttribute: "linux"}
	if g.Windows {
		own[systemAttribute] = "windows"
	}
	for name, text := range map[string]string{
		"ecs.instance-type": g.InstanceType, "ecs.availability-zone": g.Zone, "ecs.cpu-architecture": strings.TrimSuffix(g.Architecture, "_mac"),
	} {
		if text != "" {
			own[name] = text
		}
	}
	return own
}

// running reads one item of runningTasks.
func (r *reader) running(m ecs.FleetTasks) Running {
	t := Running{
		Group:          r.text(m.Group, "group"),
		Count:          r.number(m.Count, "count", 1),
		TaskDefinition: r.text(m.TaskDefinition, "taskDefinition"),
		Amounts: Amounts{
			CPU: r.number(m.CPU, "cpu", 0), Memory: r.number(m.Memory, "memory", 0),
			ENIs: r.number(m.NetworkInterfaces, "networkInterfaces", 0), GPUs: r.number(m.GPUs, "gpus", 0),
		},
		TCP: r.ports(m.Ports, "ports"), UDP: r.ports(m.PortsUDP, "portsUdp"),
		At: m,
	}
	if service := r.text(m.Service, "service"); service != "" {
		t.Group = "service:" + service
	}
	if t.Group == "" && t.TaskDefinition != "" {
		family, _ := ecs.SplitTaskDefinition(t.TaskDefinition)
		t.Group = "family:" + family
	}
	return t
}
