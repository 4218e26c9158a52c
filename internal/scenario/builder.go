package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
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
