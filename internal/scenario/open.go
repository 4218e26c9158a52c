package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/fleet"
)

// readExpressions leaves out jobs whose expressions can't be read, and makes a dimension of each that is left open.
func (b *builder) readExpressions() {
	b.jobs = slices.DeleteFunc(b.jobs, func(j *Job) bool {
		var all []expression
		for _, of := range j.revisions() {
			of.expressions = slices.DeleteFunc(slices.Clone(of.expressions), func(e expression) bool { return e.origin != byConstraint })
			own := of.ownPlatform(b.fleet.Groups)
			if len(own) > 0 {
				b.assume("Tasks go only to instances of the architecture and operating system of their task definition: that ECS sees to it isn't documented.")
			}
			of.expressions = append(of.expressions, own...)
			b.readRequired(of)
			all = append(all, of.expressions...)
		}
		for _, e := range all {
			if slices.ContainsFunc(b.dimensions, func(d dimension) bool { return d.expression == e.text }) {
				continue
			}
			ways := understand(e.text, b.fleet.Groups)
			if e.origin == byFeature {
				ways = ways[len(ways)-1:] // where it isn't known, it is taken for granted
			}
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
			all = append(all, expression{"attribute:ecs.cpu-architecture == " + name, j.TaskDefinition, platform.CpuArchitecture, byPlatform})
		}
	}
	family, ok := platform.OperatingSystemFamily.Get()
	system := "linux"
	if strings.HasPrefix(family, "WINDOWS") {
		system = "windows"
	}
	differs := func(g fleet.Group) bool {
		windows, known := g.RunsWindows()
		return known && windows != (system == "windows")
	}
	if ok && slices.ContainsFunc(groups, differs) {
		all = append(all, expression{"attribute:ecs.os-type == " + system, j.TaskDefinition, platform.OperatingSystemFamily, byPlatform})
	}
	return all
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
