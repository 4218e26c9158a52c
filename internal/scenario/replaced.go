package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// Replaced is the tasks of a service on an instance that drains.
type Replaced struct {
	Job     *Job
	Tasks   int64 // on the instance
	Of      int64 // all of the service
	Verdict place.RolloutVerdict
	Why     string
	Window  place.Window // of all tasks of the service

	Rollouts []*place.Rollout // of each scenario; none where all tasks together always find room
}

// replaced are the services whose tasks are replaced.
func replaced(q *Question) []*Replaced {
	var all []*Replaced
	for _, j := range q.build.jobs {
		if n := q.build.waiting(j); n > 0 && !j.Standalone && !j.Daemon {
			all = append(all, &Replaced{Job: j, Tasks: n})
		}
	}
	return all
}

// replaces tells whether a task group is that of a service whose tasks are replaced.
func (p *Plan) replaces(group string) bool {
	return slices.ContainsFunc(p.Jobs, func(j *Job) bool { return j.Group == group && !j.Standalone && !j.Daemon })
}

// replace decides whether the tasks of one service can be replaced. Where all that run on the instance always find room elsewhere only the percents may
// be in the way.
func (d *drainer) replace(q *Question, drained int, r *Replaced, room bool) {
	minimum, maximum, ok := r.Job.percents()
	if !ok {
		r.Verdict, r.Why = place.Undecided, "its deployment configuration isn't known"
		return
	}
	staying := q.build.runs[r.Job.Group]
	r.Of = r.Tasks + staying
	r.Window = place.RollingWindow(r.Of, minimum, maximum)
	if room && !r.Window.Blocks(r.Of) {
		r.Verdict, r.Why = place.AlwaysFinishes, "there is always room elsewhere"
		return
	}
	r.Verdict, r.Why = place.Undecided, "several capacity providers divide its tasks"
	for i, u := range r.updates(q, drained) {
		rollout := place.Deploy(d.ctx, u, d.budget, d.progress)
		if r.Rollouts = append(r.Rollouts, rollout); i == 0 {
			r.Verdict, r.Why = rollout.Verdict, rollout.Why
		} else if rollout.Verdict != r.Verdict {
			r.Verdict, r.Why = place.Undecided, "it depends on what is open"
		}
	}
	if r.Verdict == place.Stuck && r.Window.Lower <= staying {
		r.Why = "all of them may stop, and wait for room elsewhere"
	}
}

// updates are those of the tasks on the instance, one in each scenario; none where they are of several types, or where the percents aren't known.
func (r *Replaced) updates(q *Question, drained int) []*place.Deployment {
	minimum, maximum, ok := r.Job.percents()
	var all []*place.Deployment
	for _, s := range q.Scenarios {
		u := s.replacing(r.Job, drained)
		if u == nil || !ok {
			return nil
		}
		u.MinimumHealthyPercent, u.MaximumPercent, u.Staying = minimum, maximum, q.build.runs[r.Job.Group]
		all = append(all, u)
	}
	return all
}

// replacing is the update of the tasks of a job on an instance that drains, the last class. Nil where they are of several types.
func (s Scenario) replacing(j *Job, drained int) *place.Deployment {
	old := slices.Index(s.Jobs, j)
	if old < 0 || slices.Contains(s.Jobs[old+1:], j) {
		return nil
	}
	p := *s.Problem
	p.Resources = append(slices.Clip(p.Resources), certificate.Draining, certificate.Undrained)
	p.Types, p.Classes = slices.Clone(p.Types), slices.Clone(p.Classes)
	tasks := p.Types[old].Count
	next := p.Types[old]
	next.Name, next.Count, next.Demand = next.Name+", in its place", 0, append(slices.Clip(next.Demand), 0, 1)
	for t := range p.Types {
		typ := &p.Types[t]
		if t == old {
			typ.Demand = append(slices.Clip(typ.Demand), 1, 0)
			continue
		}
		typ.Count, typ.Demand = 0, append(slices.Clip(typ.Demand), 0, 0)
	}
	for c := range p.Classes {
		class := &p.Classes[c]
		if c == drained {
			class.Capacity = append(slices.Clip(class.Capacity), tasks, 0)
		} else {
			class.Capacity = append(slices.Clip(class.Capacity), 0, tasks)
		}
	}
	p.Types = append(p.Types, next)
	return &place.Deployment{Problem: &p, Old: old, New: len(p.Types) - 1}
}
