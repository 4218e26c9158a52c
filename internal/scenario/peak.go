package scenario

import (
	"context"
	"slices"

	"github.com/ecslint/ecslint/internal/place"
)

// peak is the plan at which all tasks of both revisions run; nil where there is none.
func (p *Plan) peak(j *Job) *Plan {
	base := p.anew()
	if base == nil || base.job(j.Object) == nil {
		return nil
	}
	plan, problems := base.With(Change{jobs: func(all []*Job) []*Job {
		i := slices.IndexFunc(all, func(o *Job) bool { return o.Object == j.Object })
		return slices.Insert(all, i+1, all[i].successor())
	}})
	if len(problems) > 0 || plan.holding(j) == nil {
		return nil
	}
	return plan
}

// twice is a deployment that has all tasks twice at its peak: blue/green, linear and canary shift traffic, not tasks.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
func (p *Plan) twice(ctx context.Context, j *Job, b place.Budget, progress place.Progress) *Deployment {
	plan := p.peak(j)
	if plan == nil {
		return nil
	}
	d := &Deployment{Job: j, Change: j.change(), Tasks: j.Count, Assumed: start{job: j}.assumed(), Peak: Judge(ctx, plan.holding(j), b, progress)}
	d.Why = d.Peak.Why
	switch d.Peak.Verdict {
	case place.Always:
		d.Verdict = place.AlwaysFinishes
	case place.Never:
		d.Verdict = place.Stuck
	case place.Depends:
		d.Verdict = place.CanFinish
	default:
		d.Verdict = place.Undecided
	}
	return d
}
