package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/value"
)

// ports is the resource of which every static port takes one.
const ports = "ports"

// distinct begins the resources that keep the tasks of a group apart.
const distinct = "distinct/"

// builder makes the problems of the container instances.
type builder struct {
	fleet    *fleet.Fleet
	projects []*ecs.Project
	jobs     []*Job
	left     []Left

	resources  []string
	zones      map[*Job][]string
	providers  bool // the fleet tells which instances belong to which capacity provider
	used       [][]certificate.Running
	taken      []map[string]int64 // for each group, what runs on an instance takes
	runs       map[string]int64   // tasks that run already, by their group
	steps      int64              // MiB between the least and the most memory, of the type where that is the most
	dimensions []dimension
	assumed    []string
}

// dimension is something that is left open.
type dimension struct {
	kind       kind
	job        *Job         // of a split
	splits     [][]int64    // its options
	expression string       // else
	ways       []understood // its options
	options    []string     // the label of each
}

func (b *builder) assume(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if !slices.Contains(b.assumed, text) {
		b.assumed = append(b.assumed, text)
	}
}

// prepare finds out what the scenarios have in common.
func (b *builder) prepare() []fleet.Problem {
	b.assumed = append(b.assumed, b.fleet.Assumptions...)
	b.providers = slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Provider != "" })
	b.fleet.Groups = slices.DeleteFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Count == 0 })
	b.readExpressions()
	if problems := b.readRunning(); len(problems) > 0 {
		return problems
	}
	b.readZones()
	b.listResources()
	for _, j := range b.jobs {
		b.readSplits(j)
	}
	for _, g := range b.fleet.Groups {
		b.steps = max(b.steps, g.Most.Memory-g.Least.Memory)
	}
	b.assume("Where several instances or tasks come equally into question, ECS may take any of them.")
	b.assume("All instances are ACTIVE, and their agents are connected.")
	b.assume("The instances have what the task definitions require beside resources: log drivers, capabilities of the agent.")
	if slices.ContainsFunc(b.jobs, func(j *Job) bool {
		return slices.ContainsFunc(j.TaskDefinition.TaskDefinition().Volumes.Items, func(v ecs.Volume) bool { return isTrue(v.ConfiguredAtLaunch) })
	}) {
		b.assume("How many EBS volumes an instance can have isn't counted.")
	}
	return nil
}

func isTrue(v value.Value[bool]) bool { is, _ := v.Get(); return is }

// readExpressions leaves out jobs whose expressions can't be read, and makes a dimension of each that is left open.
func (b *builder) readExpressions() {
	b.jobs = slices.DeleteFunc(b.jobs, func(j *Job) bool {
		for _, e := range append(j.expressions, j.ownPlatform(b.fleet.Groups)...) {
			if slices.ContainsFunc(b.dimensions, func(d dimension) bool { return d.expression == e.text }) {
				continue
			}
			ways := understand(e.text, b.fleet.Groups)
			if len(ways) == 0 {
				b.left = append(b.left, Left{j.Object, e.at, j.Name, fmt.Sprintf("its placement expression %q can't be read", e.text)})
				return true
			}
			d := dimension{kind: byReading, expression: e.text, ways: ways}
			for _, way := range ways {
				d.options = append(d.options, way.label)
			}
			b.dimensions = append(b.dimensions, d)
		}
		return false
	})
}

// ownPlatform keeps tasks from instances of another architecture or operating system, on which they can't run, where the fleet has
// such. That ECS does so by itself isn't documented.
func (j *Job) ownPlatform(groups []fleet.Group) []expression {
	platform := j.TaskDefinition.TaskDefinition().RuntimePlatform
	var all []expression
	if architecture, ok := platform.CpuArchitecture.Get(); ok {
		name := strings.ToLower(architecture)
		if slices.ContainsFunc(groups, func(g fleet.Group) bool { return g.Architecture != "" && g.Architecture != name }) {
			all = append(all, expression{"attribute:ecs.cpu-architecture == " + name, j.TaskDefinition, platform.CpuArchitecture})
		}
	}
	family, ok := platform.OperatingSystemFamily.Get()
	system := "linux"
	if strings.HasPrefix(family, "WINDOWS") {
		system = "windows"
	}
	if ok && slices.ContainsFunc(groups, func(g fleet.Group) bool { return g.Windows != (system == "windows") }) {
		all = append(all, expression{"attribute:ecs.os-type == " + system, j.TaskDefinition, platform.OperatingSystemFamily})
	}
	return all
}

// readZones finds the zones that awsvpc tasks are bound to: those of their subnets.
func (b *builder) readZones() {
	b.zones = map[*Job][]string{}
	unplaced := slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Zone == "" })
	for _, j := range b.jobs {
		if len(j.subnets) == 0 {
			continue
		}
		zones, ok := []string{}, !unplaced
		for _, subnet := range j.subnets {
			zone := b.zoneOf(j, subnet)
			ok = ok && zone != ""
			if !slices.Contains(zones, zone) {
				zones = append(zones, zone)
			}
		}
		if !ok {
			b.assume("The subnets of %s are in the zones of all instances: the fleet doesn't tell the zones.", j.Name)
			continue
		}
		b.zones[j] = zones
	}
}

// zoneOf is the zone of a subnet: of the fleet, or of a template; "" where it isn't known.
func (b *builder) zoneOf(j *Job, subnet value.Value[string]) string {
	id, _ := subnet.Get()
	for _, s := range b.fleet.Subnets {
		if s.ID == id && id != "" {
			return s.Zone
		}
	}
	if o := j.project.Referred(subnet); o != nil && o.Type == ecs.TypeResource {
		zone, _ := value.String(value.NewObject(o.Root), "AvailabilityZone").Get()
		return zone
	}
	return ""
}

// readRunning sums up what runs on the instances already. Daemons that are simulated are left out: they are placed first anyway.
func (b *builder) readRunning() []fleet.Problem {
	b.runs = map[string]int64{}
	var problems []fleet.Problem
	for _, g := range b.fleet.Groups {
		taken := map[string]int64{}
		var runs []certificate.Running
		for _, t := range g.Running {
			if slices.ContainsFunc(b.jobs, func(j *Job) bool { return j.Daemon && j.Group == t.Group }) {
				continue
			}
			d, why := b.demandOf(t)
			if why != "" {
				problems = append(problems, fleet.Problem{At: t.At, Message: why})
				continue
			}
			for name, n := range d {
				taken[name] += n * t.Count
			}
			group := shown(b.fleet.Object, t.Group)
			taken[distinct+group] += t.Count
			runs = append(runs, certificate.Running{Group: group, Count: t.Count})
			b.runs[group] += t.Count * g.Count
		}
		b.taken, b.used = append(b.taken, taken), append(b.used, runs)
	}
	return problems
}

// demandOf is what a running task takes, by resource.
func (b *builder) demandOf(t fleet.Running) (map[string]int64, string) {
	d := demand{
		cpu: amount{n: t.CPU}, memory: amount{n: t.Memory}, gpus: amount{n: t.GPUs}, enis: amount{n: t.ENIs},
	}
	for _, n := range t.TCP {
		d.ports = append(d.ports, port{number: n})
	}
	for _, n := range t.UDP {
		d.ports = append(d.ports, port{number: n, udp: true})
	}
	if t.TaskDefinition != "" {
		family, _ := ecs.SplitTaskDefinition(t.TaskDefinition)
		var found []*ecs.Object
		for _, project := range b.projects {
			for _, o := range project.Objects {
				if name, ok := o.Name(); ok && o.Type == ecs.TypeTaskDefinition && name == family {
					found = append(found, o)
				}
			}
		}
		if len(found) == 0 {
			return nil, fmt.Sprintf("task definition %q isn't among the files: give what its tasks take by cpu, memory, ports", t.TaskDefinition)
		}
		var u *unknown
		if d, u = demandOf(found[0].TaskDefinition(), ecs.TaskOverride{}); u != nil {
			return nil, fmt.Sprintf("what a task of %q takes isn't known: %s", t.TaskDefinition, u.reason)
		}
	}
	all := map[string]int64{"cpu": d.cpu.n, "memory": d.memory.n, "gpu": d.gpus.n, "eni": d.enis.n, ports: int64(len(d.ports))}
	for _, p := range d.ports {
		all[p.resource()] = 1
	}
	return all, ""
}

// listResources names all that the tasks take.
func (b *builder) listResources() {
	b.resources = []string{"cpu", "memory"}
	add := func(name string) {
		if !slices.Contains(b.resources, name) {
			b.resources = append(b.resources, name)
		}
	}
	for _, j := range b.jobs {
		if j.Demand.enis.n > 0 {
			add("eni")
		}
		if j.Demand.gpus.n > 0 {
			add("gpu")
		}
		for _, p := range j.Demand.ports {
			add(p.resource())
			add(ports)
		}
		if j.distinct != nil {
			add(distinct + j.Group)
		}
	}
}

// readSplits makes a dimension of the ways to divide a job among capacity providers.
func (b *builder) readSplits(j *Job) {
	if len(j.providers) == 0 {
		return
	}
	if !b.providers {
		b.assume("All instances belong to the capacity providers of %s: the fleet doesn't tell.", j.Name)
		j.providers = nil
		return
	}
	d := dimension{kind: bySplit, job: j, splits: splits(b.waiting(j), j.providers)}
	for _, split := range d.splits {
		d.options = append(d.options, splitLabel(j, split))
	}
	b.dimensions = append(b.dimensions, d)
}

func splitLabel(j *Job, split []int64) string {
	var parts []string
	for i, n := range split {
		parts = append(parts, fmt.Sprintf("%d on %s", n, j.providers[i].provider))
	}
	return j.Name + ": " + strings.Join(parts, ", ")
}

// waiting is how many tasks of a job don't run yet.
func (b *builder) waiting(j *Job) int64 {
	if j.Standalone || j.Daemon {
		return j.Count
	}
	return max(j.Count-b.runs[j.Group], 0)
}

// sidesDiffer reports that it makes a difference what instances register.
func (b *builder) sidesDiffer() bool {
	for i := range b.fleet.Groups {
		least, most := b.capacity(i, choice{}), b.capacity(i, choice{memory: b.steps, most: true})
		if !slices.Equal(least, most) {
			return true
		}
	}
	return false
}

// othersDiffer reports that beside memory other things may be more or less.
func (b *builder) othersDiffer() bool {
	for i := range b.fleet.Groups {
		if !slices.Equal(b.capacity(i, choice{}), b.capacity(i, choice{most: true})) {
			return true
		}
	}
	return false
}

// portsPerInstance is how many ports can be reserved on an instance at a time, the agent's own among them:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
const portsPerInstance = 100

// capacity is what an instance of group i has free, for each resource.
func (b *builder) capacity(i int, c choice) []int64 {
	g := &b.fleet.Groups[i]
	amounts := g.Least
	if c.most {
		amounts = g.Most
	}
	amounts.Memory = g.Least.Memory
	if b.steps > 0 {
		amounts.Memory += (g.Most.Memory - g.Least.Memory) * c.memory / b.steps
	}
	tcp := g.ReservedTCP
	if tcp == nil {
		tcp = reservedTCP(g.Windows, !c.most)
	}
	var all []int64
	for _, name := range b.resources {
		taken := b.taken[i][name]
		number := int64(0)
		protocol, _, isPort := strings.Cut(name, "/")
		if isPort && protocol != "distinct" {
			fmt.Sscan(name[len(protocol)+1:], &number)
		}
		switch {
		case name == "cpu":
			taken = amounts.CPU - taken
		case name == "memory":
			taken = amounts.Memory - taken
		case name == "eni":
			taken = amounts.ENIs - taken
		case name == "gpu":
			taken = amounts.GPUs - taken
		case name == ports:
			taken = portsPerInstance - int64(len(tcp)+len(g.ReservedUDP)) - taken
		case protocol == "tcp" && slices.Contains(tcp, number), protocol == "udp" && slices.Contains(g.ReservedUDP, number):
			taken = 0
		default:
			taken = 1 - taken
		}
		all = append(all, max(taken, 0))
	}
	return all
}

// reservedTCP are the ports that the agent keeps: with what only the pages of AWS list, or without.
func reservedTCP(windows, documented bool) []int64 {
	if windows {
		return facts.ReservedHostPortsWindows
	}
	if documented {
		return facts.ReservedHostPortsLinux
	}
	return slices.DeleteFunc(slices.Clone(facts.ReservedHostPortsLinux), func(n int64) bool { return n == facts.DocumentedHostPortLinux })
}

// scenario is the problem of a choice.
func (b *builder) scenario(c choice) Scenario {
	s := Scenario{choice: c, Problem: &certificate.Problem{Resources: b.resources, Types: []certificate.Type{}, Classes: []certificate.Class{}}}
	for i := range b.fleet.Groups {
		s.Problem.Classes = append(s.Problem.Classes, b.class(i, c))
	}
	for _, j := range b.jobs {
		b.types(&s, j)
	}
	s.Problem.Assumptions = slices.Clone(b.assumed)
	var labels []string
	if b.sidesDiffer() {
		labels = b.side(c)
	}
	var open []string
	for i, option := range c.picked {
		if d := b.dimensions[i]; len(d.options) > 1 {
			open = append(open, d.options[option])
		}
	}
	s.open = strings.Join(open, "; ")
	labels = append(labels, open...)
	s.Label = strings.Join(labels, "; ")
	if s.Label != "" {
		s.Problem.Assumptions = append(s.Problem.Assumptions, "In this scenario "+s.Label+".")
	}
	return s
}

// side says what instances have in a scenario; nothing of a threshold.
func (b *builder) side(c choice) []string {
	others := b.othersDiffer()
	switch {
	case c.most && c.memory == b.steps && others:
		return []string{"instances have the most that they may have"}
	case c.most && c.memory == b.steps:
		return []string{"instances register the most memory that they can"}
	case c.memory == 0 && others:
		return []string{"instances have no more than is certain"}
	case c.memory == 0:
		return []string{"instances register the least memory that was seen"}
	}
	return nil
}

func (b *builder) class(i int, c choice) certificate.Class {
	g := &b.fleet.Groups[i]
	class := certificate.Class{
		Name: g.Name, Count: g.Count, Capacity: b.capacity(i, c), Zone: g.Zone, Provider: g.Provider,
		Attributes: b.asked(g.Attributes), Closed: g.Closed, Running: b.used[i], From: g.From,
	}
	for _, d := range b.dimensions {
		if d.expression != "" && asksOfECS(query.Parse(d.expression), g) {
			class.Closed = false
		}
	}
	return class
}

// asked are the attributes that ECS gives, and those that an expression or a strategy asks for. A proof needs no others.
func (b *builder) asked(attributes map[string]string) map[string]string {
	all := map[string]string{}
	for name, text := range attributes {
		if isOfECS(name) || b.asks(name) {
			all[name] = text
		}
	}
	return all
}

func (b *builder) asks(attribute string) bool {
	for _, d := range b.dimensions {
		if d.expression != "" && slices.ContainsFunc(query.Parse(d.expression).Comparisons(), func(c *query.Comparison) bool { return c.Subject.Attribute == attribute }) {
			return true
		}
	}
	return slices.ContainsFunc(b.jobs, func(j *Job) bool {
		return slices.ContainsFunc(j.strategy, func(s certificate.Strategy) bool { return s.Field == "attribute:"+attribute })
	})
}

// types adds those of a job: one, or one for each capacity provider.
func (b *builder) types(s *Scenario, j *Job) {
	t := certificate.Type{
		Name: j.Name, Group: j.Group, Count: b.waiting(j), Daemon: j.Daemon, Standalone: j.Standalone, Strategy: j.strategy,
		Zones: b.zones[j], From: map[string]certificate.Source{"count": sourceIn(j.Object, j.CountAt, "")},
	}
	if running := b.runs[j.Group]; running > 0 && !j.Standalone && !j.Daemon {
		t.From["count"] = sourceIn(j.Object, j.CountAt, fmt.Sprintf("%d run already", running))
	}
	if len(j.strategy) > 0 {
		t.From["strategy"] = sourceIn(j.Object, j.strategyAt, "")
	}
	for _, name := range b.resources {
		n, at, note := j.Demand.of(name)
		if name == distinct+j.Group && j.distinct != nil {
			n = 1
			t.From[name] = sourceIn(j.Object, j.distinct, "")
		} else if n > 0 {
			t.From[name] = sourceIn(j.TaskDefinition, at, note)
		}
		t.Demand = append(t.Demand, n)
	}
	for _, e := range append(slices.Clone(j.expressions), j.ownPlatform(b.fleet.Groups)...) {
		for i, d := range b.dimensions {
			if d.expression == e.text {
				t.MemberOf = append(t.MemberOf, d.ways[s.choice.picked[i]].Expression)
				t.From["memberOf"] = sourceIn(e.in, e.at, "")
			}
		}
	}
	for i, d := range b.dimensions {
		if d.job != j {
			continue
		}
		for k, n := range d.splits[s.choice.picked[i]] {
			if n > 0 || j.Daemon {
				part := t
				part.Provider, part.Count = j.providers[k].provider, n
				if len(j.providers) > 1 {
					part.Name += " on " + part.Provider
				}
				s.add(part, j)
			}
		}
		return
	}
	if t.Count > 0 || t.Daemon {
		s.add(t, j)
	}
}

func (s *Scenario) add(t certificate.Type, j *Job) {
	s.Problem.Types = append(s.Problem.Types, t)
	s.Jobs = append(s.Jobs, j)
}
