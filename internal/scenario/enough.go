package scenario

import (
	"context"
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// Enough is how many instances of one type every run places all tasks on.
type Enough struct {
	InstanceType string
	Count        int64
	Below        place.Verdict // with one instance less
}

// Enough finds the least instances that are enough, of the smallest type on which a task of each job fits: without a fleet. It takes
// for granted that more instances are no worse; what it has looked at are Count and one less. It is nil where nothing was found.
func (p *Plan) Enough(ctx context.Context, projects []*ecs.Project, b place.Budget) *Enough {
	jobs := jobsOf(p.Jobs, func(j *Job) bool { return !j.Fargate })
	types := fitting(jobs)
	needs := slices.ContainsFunc(jobs, func(j *Job) bool { return j.Count > 0 && !j.Daemon }) // else no instance is enough
	if !needs || len(types) == 0 {
		return nil
	}
	name := types[0].Name
	const most = 1 << 12
	low, high, below := int64(0), int64(1), place.Never
	for ; ; high *= 2 {
		verdict := with(ctx, projects, name, high, b)
		if verdict == place.Always {
			break
		}
		if low, below = high, verdict; high >= most || verdict == place.Unproven {
			return nil
		}
	}
	for high-low > 1 {
		middle := low + (high-low)/2
		switch verdict := with(ctx, projects, name, middle, b); verdict {
		case place.Always:
			high = middle
		case place.Unproven:
			return nil
		default:
			low, below = middle, verdict
		}
	}
	return &Enough{name, high, below}
}

// with is the verdict on so many instances of a type.
func with(ctx context.Context, projects []*ecs.Project, name string, count int64, b place.Budget) place.Verdict {
	draft := fleet.Draft{ContainerInstances: []fleet.DraftInstances{{InstanceType: name, Count: count}}}
	o, err := draft.Object()
	if err != nil {
		return place.Unproven
	}
	f, problems := fleet.Of(o)
	if len(problems) > 0 {
		return place.Unproven
	}
	plan, problems := New(projects, f)
	if len(problems) > 0 || len(plan.Questions) == 0 || plan.Questions[0].build == nil {
		return place.Unproven
	}
	return Judge(ctx, plan.Questions[0], b, nil).Verdict
}
