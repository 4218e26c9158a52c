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
	d := demandOfRunning(&t)
	if t.TaskDefinition != "" {
		td, why := definitionOf(b.projects, &t)
		if td == nil {
			return nil, why
		}
		var u *unknown
		if d, u = demandOf(td.TaskDefinition(), ecs.TaskOverride{}); u != nil {
			return nil, fmt.Sprintf("what a task of %q takes isn't known: %s", t.TaskDefinition, u.reason)
		}
	}
	all := map[string]int64{"cpu": d.cpu.n, "memory": d.memory.n, "gpu": d.gpus.n, "eni": d.enis.n, ports: int64(len(d.ports))}
	for _, p := range d.ports {
		all[p.resource()] = 1
	}
	return all, ""
}

// demandOfRunning is what the fleet says that a running task takes.
func demandOfRunning(t *fleet.Running) demand {
	at := func(n int64) amount { return amount{n, t.At, ""} }
	d := demand{cpu: at(t.CPU), memory: at(t.Memory), gpus: at(t.GPUs), enis: at(t.ENIs)}
	for _, n := range t.TCP {
		d.ports = append(d.ports, port{number: n, at: t.At})
	}
	for _, n := range t.UDP {
		d.ports = append(d.ports, port{number: n, udp: true, at: t.At})
	}
	return d
}

// definitionOf is the task definition that the fleet names: of that revision if the files hold it, else that of the family; nil, and why,
// where there is none, or where those of the family take different amounts.
func definitionOf(projects []*ecs.Project, t *fleet.Running) (*ecs.Object, string) {
	family, revision := ecs.SplitTaskDefinition(t.TaskDefinition)
	var found []*ecs.Object
	for _, project := range projects {
		for _, o := range project.Objects {
			if name, ok := o.Name(); ok && o.Type == ecs.TypeTaskDefinition && name == family {
				found = append(found, o)
			}
		}
	}
	if i := slices.IndexFunc(found, func(o *ecs.Object) bool { return revision != "" && o.Revision() == revision }); i >= 0 {
		return found[i], ""
	}
	if len(found) == 0 {
		return nil, fmt.Sprintf("task definition %q isn't among the files: give what its tasks take by cpu, memory, ports", t.TaskDefinition)
	}
	first, _ := demandOf(found[0].TaskDefinition(), ecs.TaskOverride{})
	for _, other := range found[1:] {
		if d, _ := demandOf(other.TaskDefinition(), ecs.TaskOverride{}); !d.equal(first) {
			return nil, fmt.Sprintf("which revision of %q runs isn't known: name one that is among the files, as in %s:7", t.TaskDefinition, family)
		}
	}
	return found[0], ""
}

// fromRunning begins with what runs; the zero start where the fleet doesn't tell of all tasks of a service, or of several revisions.
func (p *Plan) fromRunning(j *Job) start {
	if p.Fleet == nil || j.Daemon {
		return start{}
	}
	of := func(r fleet.Running) bool { return r.Group == j.Group }
	var counts []int64
	var sum int64
	var runs *fleet.Running
	for _, g := range p.Fleet.Groups {
		counts = append(counts, 0)
		for i, t := range g.Running {
			if !of(t) {
				continue
			}
			if runs != nil && !alike(runs, &t) {
				return start{}
			}
			runs = &g.Running[i]
			counts[len(counts)-1] += t.Count
			sum += t.Count * g.Count
		}
	}
	if runs == nil || sum != j.Count {
		return start{}
	}
	old, ok := p.asItRuns(j, runs)
	if !ok {
		return start{}
	}
	plan, problems := p.With(Change{
		Fleet: func(f *fleet.Fleet) {
			for i, g := range f.Groups {
				f.Groups[i].Running = slices.DeleteFunc(slices.Clone(g.Running), of)
			}
		},
		jobs: func(all []*Job) []*Job {
			all = slices.DeleteFunc(all, func(o *Job) bool { return o.Object != j.Object && !o.Daemon })
			all[slices.IndexFunc(all, func(o *Job) bool { return o.Object == j.Object })] = old
			return all
		},
	})
	if len(problems) > 0 || plan.job(j.Object) == nil {
		return start{}
	}
	return start{plan.instances(), plan.job(j.Object), counts}
}

// asItRuns is a job whose tasks are those that run. Where they take something else than those of its task definition, that is the next
// revision. False where that may only seem so: the fleet may not tell the ports of running tasks.
func (p *Plan) asItRuns(j *Job, runs *fleet.Running) (*Job, bool) {
	old := *j
	if runs.TaskDefinition == "" {
		old.Demand = demandOfRunning(runs)
		old.Demand.mode = j.Demand.mode
		if len(old.Demand.ports) == 0 && len(j.Demand.ports) > 0 {
			return nil, false
		}
		old.runs = true
	} else if td, _ := definitionOf(p.projects, runs); td == nil {
		return nil, false
	} else if td != j.TaskDefinition {
		other, u := j.with(td)
		if u != nil {
			return nil, false
		}
		old, old.Name = *other, j.Name
	}
	if old.Demand.equal(j.Demand) && (old.runs || old.TaskDefinition == j.TaskDefinition) {
		same := *j
		return &same, true
	}
	next := *j.last()
	next.Name = j.Name + NewRevision
	old.next = &next
	if old.TaskDefinition == next.TaskDefinition && !old.runs {
		old.next = nil // the revision that is to come runs already
	}
	return &old, true
}

// equal tells whether two demands are the same.
func (d demand) equal(other demand) bool {
	has := func(all []port, p port) bool {
		return slices.ContainsFunc(all, func(o port) bool { return o.number == p.number && o.udp == p.udp })
	}
	return d.cpu.n == other.cpu.n && d.memory.n == other.memory.n && d.gpus.n == other.gpus.n && d.enis.n == other.enis.n &&
		len(d.ports) == len(other.ports) && !slices.ContainsFunc(d.ports, func(p port) bool { return !has(other.ports, p) })
}

// alike tells of tasks that run whether they are of one revision.
func alike(a, b *fleet.Running) bool {
	return a.TaskDefinition == b.TaskDefinition && a.Amounts == b.Amounts && slices.Equal(a.TCP, b.TCP) && slices.Equal(a.UDP, b.UDP)
}
