package scenario

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
)

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
