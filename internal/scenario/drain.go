package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Drain is what becomes of an instance that is set to DRAINING: it takes no new task, and tasks of services on it are replaced elsewhere within the
// percents of their deployment configuration.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html
type Drain struct {
	Name    string // of the instance, for people
	Verdict place.RolloutVerdict
	Why     string

	Services []*Replaced
	Together *Judgement // on all tasks of services that have to find room elsewhere; nil where there are none
	Assumed  []string   // what the verdict takes for granted beside the plan's

	// Staying are tasks of no service that is simulated: they run on until they end.
	Staying []string
}

// Proofs are the certificates of all scenarios.
func (d *Drain) Proofs() []*certificate.Certificate {
	var all []*certificate.Certificate
	if d.Together != nil {
		all = d.Together.Proofs()
	}
	for _, r := range d.Services {
		for _, rollout := range r.Rollouts {
			all = append(all, rollout.Proofs...)
		}
	}
	return all
}

// Drains are what may be drained that a name is about, as Instances has it: one of each group of instances on which the same runs.
func (p *Plan) Drains(ctx context.Context, name string, b place.Budget, progress place.Progress) ([]*Drain, error) {
	if p.Fleet == nil {
		return nil, fmt.Errorf("there is no fleet to drain an instance of")
	}
	groups, err := p.Instances(name)
	if err != nil {
		return nil, err
	}
	drainers := p.drainers(ctx, groups, name, b)
	if len(drainers) == 0 {
		return []*Drain{{
			Name: instanceOf(p.Fleet.Groups[groups[0]], name), Verdict: place.Undecided, Why: "no run was found that places all tasks, so what runs where isn't known",
		}}, nil
	}
	var all []*Drain
	for _, d := range drainers {
		if len(all) == 0 || ctx.Err() == nil {
			d.progress = progress
			all = append(all, d.drain())
		}
	}
	return all, nil
}

// HoldsDrain tells whether what becomes of one of the drains that a name is about asks what is looked for: where all tasks find room, or an update.
// The budget has to be that with which they were found: where a run tells what runs, it tells the same.
func (p *Plan) HoldsDrain(ctx context.Context, name string, b place.Budget, is func(*certificate.Problem) bool, updates func(*place.Deployment) bool) bool {
	groups, err := p.Instances(name)
	return err == nil && slices.ContainsFunc(p.drainers(ctx, groups, name, b), func(d *drainer) bool {
		q, drained := d.question()
		if q == nil {
			return false
		}
		return slices.ContainsFunc(q.withoutClass(drained).Scenarios, func(s Scenario) bool { return is(s.Problem) }) ||
			slices.ContainsFunc(replaced(q), func(r *Replaced) bool { return slices.ContainsFunc(r.updates(q, drained), updates) })
	})
}

// drainers are those of instances of some groups; none where not all tasks run.
func (p *Plan) drainers(ctx context.Context, groups []int, name string, b place.Budget) []*drainer {
	s, from := p.settle(ctx, b)
	var all []*drainer
	for i, of := range from {
		if slices.Contains(groups, of) {
			all = append(all, &drainer{ctx: ctx, settled: s, group: s.plan.Fleet.Groups[i].Name, name: instanceOf(p.Fleet.Groups[of], name), budget: b})
		}
	}
	return all
}

// drainer drains one instance of a group.
type drainer struct {
	ctx      context.Context
	settled  *settled
	group    string
	name     string // of the instance, for people
	budget   place.Budget
	progress place.Progress
}

// question is that of the container instances without what is to be replaced on the one that drains: the last class. Nil where that can't be asked.
func (d *drainer) question() (q *Question, drained int) {
	plan, problems := d.settled.plan.With(placedOnce, Change{Fleet: func(f *fleet.Fleet) { f.Drain(d.group, d.settled.plan.replaces) }})
	if len(problems) > 0 || plan.instances() == nil {
		return nil, 0
	}
	return plan.instances(), len(plan.Fleet.Groups) - 1
}

func (d *drainer) drain() *Drain {
	is := &Drain{
		Name: d.name, Verdict: place.Undecided,
		Assumed: append(slices.Clone(d.settled.assumed), "What replaces a task takes the same of its instance, and becomes healthy."),
	}
	q, drained := d.question()
	if q == nil {
		is.Why = "the fleet can't be simulated with it"
		return is
	}
	for _, r := range q.build.fleet.Groups[drained].Running {
		group := shown(q.build.fleet.Object, r.Group)
		if strings.HasPrefix(r.Group, "service:") {
			is.Why = "it isn't simulated what becomes of tasks of " + group
			return is
		}
		is.Staying = append(is.Staying, fmt.Sprintf("%s of %s", terminal.Count(r.Count, "task"), group))
	}
	if is.Services = replaced(q); len(is.Services) == 0 {
		is.Verdict, is.Why = place.AlwaysFinishes, "no task of a service runs on it"
		return is
	}
	is.Together = Judge(d.ctx, q.withoutClass(drained), d.budget, d.progress)
	room := is.Together.alwaysBySlack()
	for _, r := range is.Services {
		d.replace(q, drained, r, room)
	}
	is.combine(room)
	return is
}

// withoutClass is a question in which there are no instances of a class.
func (q *Question) withoutClass(class int) *Question {
	but := &Question{Name: q.Name, Partly: q.Partly}
	for _, s := range q.Scenarios {
		problem := *s.Problem
		problem.Classes = slices.Clone(problem.Classes)
		problem.Classes[class].Count = 0
		s.Problem = &problem
		but.Scenarios = append(but.Scenarios, s)
	}
	return but
}

// alwaysBySlack tells of a judgement that every run places all because the other tasks can't take all room: that holds in whatever order they come.
func (j *Judgement) alwaysBySlack() bool {
	return j.Verdict == place.Always && !slices.ContainsFunc(j.Results, func(r *place.Result) bool {
		return !slices.ContainsFunc(r.Proofs, func(c *certificate.Certificate) bool { return c.Kind == certificate.KindSlack })
	})
}

// combine makes one verdict of those on the services, which have to find room beside each other.
func (d *Drain) combine(room bool) {
	worst := d.Services[0]
	for _, r := range d.Services {
		if r.Verdict.Severity() > worst.Verdict.Severity() {
			worst = r
		}
	}
	d.Verdict = worst.Verdict
	if len(d.Services) == 1 || room || worst.Verdict != place.AlwaysFinishes {
		return
	}
	switch {
	case d.Together.Verdict == place.Never && d.Together.Reason == place.Impossible:
		d.Verdict, d.Why = place.Stuck, "each service alone has room elsewhere, all together have not"
	default:
		d.Verdict, d.Why = place.Undecided, "each service alone has room elsewhere; whether all together have, whatever comes first, isn't known"
	}
}
