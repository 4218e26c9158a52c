package scenario

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// start is where a deployment begins. Where it can't be told there is no question.
type start struct {
	question *Question // of the container instances, or of the quotas of Fargate
	job      *Job      // of its plan

	// running is how many tasks of the service run on each instance of a group; nil where they may be wherever ECS can have placed them.
	running []int64
}

// begin is with what runs, where the fleet tells of all tasks of the service, and all are of one revision; else anywhere.
func (p *Plan) begin(j *Job) start {
	if s := p.fromRunning(j); s.question != nil {
		return s
	}
	return p.anywhere(j)
}

// anywhere begins wherever ECS can have placed the tasks.
func (p *Plan) anywhere(j *Job) start {
	base := p.anew()
	if base == nil || base.job(j.Object) == nil {
		return start{}
	}
	return start{base.holding(j), base.job(j.Object), nil}
}

// holding is the question of what has to hold both revisions of a job while it is deployed: the container instances, or the quotas of Fargate; nil
// where there is none.
func (p *Plan) holding(j *Job) *Question {
	for _, q := range p.Questions {
		if q.build != nil && !j.Fargate || q.ofQuotas() && j.Fargate {
			return q
		}
	}
	return nil
}

// assumed is what a deployment takes for granted, each a sentence.
func (s start) assumed() []string {
	all := []string{sameRevision}
	if change := s.job.change(); change != "" {
		all = []string{fmt.Sprintf("The deployment of %s is %s; its tasks become healthy, and old ones stop.", s.job.Name, change)}
	}
	if s.job.Fargate {
		all = append(all, fmt.Sprintf(addressesMeanwhile, s.job.Name))
	}
	if s.running != nil {
		all = append(all, "Where the fleet tells of all tasks of a service, its deployment begins with them, and beside them there is only what runs.")
	}
	return all
}

// manyJobs are too many to show a rollout of each deployment that always finishes.
const manyJobs = 20

// rolling is the deployment in each scenario; none, and why, where it isn't simulated.
func (s start) rolling(w way) (all []*place.Deployment, why string) {
	q := s.question
	if q == nil || q.Partly || len(q.Scenarios) == 0 {
		return nil, ""
	}
	for _, c := range q.Scenarios {
		old := slices.Index(c.Jobs, s.job)
		if old < 0 {
			return nil, ""
		}
		if slices.Contains(c.Jobs[old+1:], s.job) || s.job.Fargate && len(s.job.providers) > 1 {
			return nil, "to which of its capacity providers the next new task goes isn't documented"
		}
		problem := *c.Problem
		next := q.typeOf(c.choice, s.job.successor())
		next.Count, next.Provider = 0, problem.Types[old].Provider
		problem.Types = append(slices.Clip(problem.Types), next)
		problem.Assumptions = append(slices.Clip(problem.Assumptions), s.assumed()...)
		d := &place.Deployment{Problem: &problem, Old: old, New: len(problem.Types) - 1, MinimumHealthyPercent: w.minimum, MaximumPercent: w.maximum}
		if s.job.Daemon && !oneEach(d, c.Problem) {
			return nil, "on which instances it runs depends on what else they run"
		}
		switch {
		case s.running != nil:
			d.Running = s.filled(&problem, old)
		case !s.job.Daemon:
			d.Starts, d.Brief = c.starts, len(c.Jobs) > manyJobs
		}
		all = append(all, d)
	}
	return all, ""
}

// typeOf is the type of a job's tasks in a scenario.
func (q *Question) typeOf(c choice, j *Job) certificate.Type {
	if q.build != nil {
		return q.build.typeOf(c, j)
	}
	return onFargate(j, 0)
}

// filled is what runs at the beginning: the tasks of the service, and daemons.
func (s start) filled(p *certificate.Problem, old int) []certificate.Filled {
	constraints, err := p.Constraints()
	if err != nil {
		return nil
	}
	filled := []certificate.Filled{}
	for c, class := range p.Classes {
		var tasks []certificate.Tasks
		for t, typ := range p.Types {
			switch {
			case t == old && s.running[c] > 0:
				tasks = append(tasks, certificate.Tasks{Type: t, Count: s.running[c]})
			case typ.Daemon && constraints.Excludes(t, c).Because == "":
				tasks = append(tasks, certificate.Tasks{Type: t, Count: 1})
			}
		}
		if tasks != nil && class.Count > 0 {
			filled = append(filled, certificate.Filled{Class: c, Instances: class.Count, Tasks: tasks})
		}
	}
	return filled
}

// anew is the plan without the running tasks of its jobs: a deployment begins wherever ECS can have placed them. It is nil where there is
// none.
func (p *Plan) anew() *Plan {
	p.once.Do(func() {
		if p.Fleet == nil {
			return
		}
		runs := func(r fleet.Running) bool {
			return slices.ContainsFunc(p.Jobs, func(j *Job) bool { return !j.Standalone && j.Group == r.Group })
		}
		p.fresh, _ = p.With(Change{Fleet: func(f *fleet.Fleet) {
			for i, g := range f.Groups {
				f.Groups[i].Running = slices.DeleteFunc(slices.Clone(g.Running), runs)
			}
		}})
	})
	return p.fresh
}
