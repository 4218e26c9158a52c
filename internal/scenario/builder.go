package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
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
	b.providers = len(b.fleet.Providers) > 0 || slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Provider != "" })
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
	if b.steps > 0 {
		b.assume("More memory than the least that instances register is no worse: only the least, the most and a threshold are looked at.")
	}
	b.assume("All instances are ACTIVE, and their agents are connected.")
	b.assumeCapabilities()
	b.assumeBuckets()
	if slices.ContainsFunc(b.revisions(), func(j *Job) bool {
		return slices.ContainsFunc(j.TaskDefinition.TaskDefinition().Volumes.Items, func(v ecs.Volume) bool { return isTrue(v.ConfiguredAtLaunch) })
	}) {
		b.assume("How many EBS volumes an instance can have isn't counted.")
	}
	return nil
}

// assumeBuckets says what is taken for granted of instances without an attribute by which tasks are spread, where there are others.
func (b *builder) assumeBuckets() {
	for _, j := range b.jobs {
		order := certificate.Type{Strategy: j.strategy, Standalone: j.Standalone}.Order()
		for _, s := range order {
			if s.Type != "spread" || s.OverInstances() || j.Daemon {
				continue
			}
			var without, all int64
			name := strings.TrimPrefix(s.Field, "attribute:")
			for _, g := range b.fleet.Groups {
				if all += g.Count; !(instance{&g}).has(name) {
					without += g.Count
				}
			}
			if without > 0 && all > 1 {
				b.assume("Where tasks are spread over %s, instances of which it isn't known are alike: what ECS does without it isn't documented.", name)
			}
		}
	}
}

func isTrue(v value.Value[bool]) bool { is, _ := v.Get(); return is }

// revisions are the jobs, and those that are to come after them.
func (b *builder) revisions() []*Job {
	var all []*Job
	for _, j := range b.jobs {
		all = append(all, j.revisions()...)
	}
	return all
}

// readZones finds the zones that awsvpc tasks are bound to: those of their subnets.
func (b *builder) readZones() {
	b.zones = map[*Job][]string{}
	unplaced := slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Zone == "" })
	for _, j := range b.revisions() {
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
	id, told := j.subnetID(subnet)
	for _, s := range b.fleet.Subnets {
		if s.ID == id && told {
			return s.Zone
		}
	}
	if o := j.project.Referred(subnet); o != nil && o.Type == ecs.TypeResource {
		zone, _ := value.String(value.NewObject(o.Root), "AvailabilityZone").Get()
		return zone
	}
	return ""
}

// listResources names all that the tasks take.
func (b *builder) listResources() {
	b.resources = []string{"cpu", "memory"}
	add := func(name string) {
		if !slices.Contains(b.resources, name) {
			b.resources = append(b.resources, name)
		}
	}
	for _, j := range b.revisions() {
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

// waiting is how many tasks of a job don't run yet.
func (b *builder) waiting(j *Job) int64 {
	if j.Standalone || j.Daemon {
		return j.Count
	}
	return max(j.Count-b.runs[j.Group], 0)
}

// InScenario begins the assumption that makes a scenario what it is.
const InScenario = "In this scenario "

// scenario is the problem of a choice.
func (b *builder) scenario(c choice) Scenario {
	s := Scenario{choice: c, starts: &place.Starts{}, Problem: &certificate.Problem{Resources: b.resources, Types: []certificate.Type{}, Classes: []certificate.Class{}}}
	for i := range b.fleet.Groups {
		s.Problem.Classes = append(s.Problem.Classes, b.class(i, c))
	}
	for _, j := range b.jobs {
		b.types(&s, j)
	}
	s.Problem.Assumptions = slices.Clone(b.assumed)
	var labels []string
	if b.sidesDiffer() {
		labels = append(labels, b.side(c))
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
		s.Problem.Assumptions = append(s.Problem.Assumptions, InScenario+s.Label+".")
	}
	return s
}

func (b *builder) class(i int, c choice) certificate.Class {
	g := &b.fleet.Groups[i]
	class := certificate.Class{
		Name: g.Name, Count: g.Count, Capacity: b.capacity(i, c), Zone: g.Zone, Provider: g.Provider,
		Attributes: b.asked(g), Closed: g.Closed, Running: b.used[i], From: map[string]certificate.Source{},
	}
	for what, from := range g.From {
		if what == "count" || what == "zone" && g.Zone != "" || slices.Contains(b.resources, what) {
			class.From[what] = from
		}
	}
	for _, d := range b.dimensions {
		if d.expression != "" && asksOfECS(query.Parse(d.expression), g) {
			class.Closed = false
		}
	}
	return class
}

// asked are the attributes that ECS gives, and those that an expression or a strategy asks for. A proof needs no others.
func (b *builder) asked(g *fleet.Group) map[string]string {
	all := map[string]string{}
	for _, name := range g.Capabilities {
		if b.asks(name) {
			all[name] = ""
		}
	}
	for name, text := range g.Attributes {
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

// typeOf is the tasks of a job, all of them.
func (b *builder) typeOf(c choice, j *Job) certificate.Type {
	t := certificate.Type{
		Name: j.Name, Group: j.Group, Count: b.waiting(j), Daemon: j.Daemon, Standalone: j.Standalone, Strategy: j.strategy,
		Zones: b.zones[j], From: map[string]certificate.Source{"count": sourceIn(j.Object, j.CountAt, j.supposed)},
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
			in := j.TaskDefinition
			if j.runs {
				in = b.fleet.Object
			}
			t.From[name] = sourceIn(in, at, note)
		}
		t.Demand = append(t.Demand, n)
	}
	for _, e := range j.expressions {
		for i, d := range b.dimensions {
			if d.expression == e.text {
				t.MemberOf = append(t.MemberOf, d.ways[c.picked[i]].Expression)
				t.From["memberOf"] = sourceIn(e.in, e.at, "")
			}
		}
	}
	return t
}

// types adds those of a job: one, or one for each capacity provider.
func (b *builder) types(s *Scenario, j *Job) {
	t := b.typeOf(s.choice, j)
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
