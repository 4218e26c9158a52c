package scenario

import (
	"context"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/place"
)

// Rebalancing is whether Availability Zone rebalancing of a service can bring each zone to its share: the desired count divided by the zones. It
// starts a task in a zone with fewer before it stops one in another, so with the last one that a zone lacks one more than the desired count runs.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
type Rebalancing struct {
	Job   *Job
	Zones []string

	// Lacking is a zone that can have fewer than its share and never gets it: there is no room for Share tasks in it while Others run in the other
	// zones. "" where there is none.
	Lacking       string
	Share, Others int64
	Judgement     *Judgement // on these
}

// Rebalancings are those of all services that have it enabled, as far as they are placed on container instances in known zones.
func (p *Plan) Rebalancings(ctx context.Context, b place.Budget) []*Rebalancing {
	var all []*Rebalancing
	for _, j := range p.Jobs {
		if r := p.Rebalancing(ctx, j, b); r != nil {
			all = append(all, r)
		}
	}
	return all
}

// Rebalancing is nil where a job isn't rebalanced, or where that can't be told.
func (p *Plan) Rebalancing(ctx context.Context, j *Job, b place.Budget) *Rebalancing {
	r := p.rebalancer(j)
	if r == nil {
		return nil
	}
	r.ctx, r.budget = ctx, place.Budget{Nodes: min(b.Nodes, remedyNodes)}
	is := &Rebalancing{Job: r.job, Zones: r.names, Share: r.share(), Others: j.Count - r.share() + 1}
	for _, zone := range r.names {
		if is.Share > 0 && r.lacking(is, zone) {
			is.Lacking = zone
			break
		}
	}
	return is
}

// rebalancer is nil where a job isn't rebalanced, or where that can't be told.
func (p *Plan) rebalancer(j *Job) *rebalancer {
	if !j.rebalanced() {
		return nil
	}
	base := p.anew()
	if base == nil || base.instances() == nil || base.instances().Partly {
		return nil
	}
	r := &rebalancer{question: base.instances(), job: base.job(j.Object)}
	if r.job == nil {
		return nil
	}
	if r.zones(); len(r.names) < 2 || base.Fleet.LaunchesAnywhere() {
		return nil
	}
	return r
}

// share is how many tasks each zone has at least where they are even.
func (r *rebalancer) share() int64 { return r.job.Count / int64(len(r.names)) }

// rebalanced tells whether rebalancing is enabled for certain, and works with the service.
func (j *Job) rebalanced() bool {
	if j.Standalone || j.Daemon || j.Fargate || j.Object.Type != ecs.TypeService {
		return false
	}
	s := j.Object.Service()
	enabled, _ := s.AvailabilityZoneRebalancing.Get()
	maximum, known := s.DeploymentConfiguration.MaximumPercent.Or(200)
	classic := func(lb ecs.LoadBalancer) bool { return !lb.LoadBalancerName.Absent() }
	asks := func(e expression) bool { return strings.Contains(e.text, zoneAttribute) }
	return enabled == "ENABLED" && known && maximum > 100 && !s.DeploymentConfiguration.Unknown() &&
		!s.LoadBalancers.Unknown() && !slices.ContainsFunc(s.LoadBalancers.Items, classic) &&
		!slices.ContainsFunc(j.expressions, asks) && (len(j.strategy) == 0 || j.strategy[0].Field == "attribute:"+zoneAttribute)
}

const zoneAttribute = "ecs.availability-zone"

type rebalancer struct {
	ctx      context.Context
	question *Question
	job      *Job
	budget   place.Budget
	names    []string // of zones in which the service's tasks may run, in each scenario; nil where they aren't known
}

func (r *rebalancer) zones() {
	for i, s := range r.question.Scenarios {
		c, err := s.Problem.Constraints()
		t := slices.Index(s.Jobs, r.job)
		if err != nil || t < 0 || slices.Contains(s.Jobs[t+1:], r.job) {
			r.names = nil
			return
		}
		var names []string
		for k, class := range s.Problem.Classes {
			if class.Zone == "" {
				r.names = nil
				return
			}
			if c.May(t, k) && !slices.Contains(names, class.Zone) {
				names = append(names, class.Zone)
			}
		}
		slices.Sort(names)
		if i > 0 && !slices.Equal(names, r.names) {
			r.names = nil
			return
		}
		r.names = names
	}
}

// lacking tells whether a zone may have fewer tasks than its share, and for certain never gets it. With all tasks in the other zones, as after
// the zone was lost, or with one fewer than its share in it.
func (r *rebalancer) lacking(is *Rebalancing, zone string) bool {
	if r.with(zone, is.Share, is.Others).fills() {
		return false
	}
	is.Judgement = r.judge(zone, is.Share, is.Others)
	if is.Judgement.Verdict != place.Never || is.Judgement.Reason != place.Impossible {
		return false
	}
	for _, in := range []int64{is.Share - 1, 0} {
		if v := r.judge(zone, in, r.job.Count-in); v.Verdict == place.Always || v.Verdict == place.Depends || v.Reason == place.Unreachable {
			return true
		}
	}
	return false
}

// judge decides whether there is room for so many tasks in a zone and in the others, beside all else.
func (r *rebalancer) judge(zone string, in, others int64) *Judgement {
	return Judge(r.ctx, r.with(zone, in, others), r.budget, nil)
}

// with is the question with so many tasks in a zone and in the others.
func (r *rebalancer) with(zone string, in, others int64) *Question {
	rest := slices.DeleteFunc(slices.Clone(r.names), func(name string) bool { return name == zone })
	q := &Question{Name: r.question.Name}
	for _, s := range r.question.Scenarios {
		q.Scenarios = append(q.Scenarios, s.divided(r.job, part{in, []string{zone}}, part{others, rest}))
	}
	return q
}

// fills tells whether in each scenario all tasks have room if they are placed one type after the other.
func (q *Question) fills() bool {
	return !slices.ContainsFunc(q.Scenarios, func(s Scenario) bool {
		return slices.ContainsFunc(newState(s.Problem).fill(s.Problem), func(n int64) bool { return n > 0 })
	})
}

// part is some of the tasks of a job, in some zones.
type part struct {
	count int64
	zones []string
}

// divided is a scenario in which the tasks of a job are in the zones of parts.
func (s Scenario) divided(j *Job, parts ...part) Scenario {
	t := slices.Index(s.Jobs, j)
	problem := *s.Problem
	whole := problem.Types[t]
	problem.Types, s.Jobs = slices.Delete(slices.Clone(problem.Types), t, t+1), slices.Delete(slices.Clone(s.Jobs), t, t+1)
	for _, p := range parts {
		if p.count > 0 {
			of := whole
			of.Name, of.Count, of.Zones = whole.Name+" in "+strings.Join(p.zones, ", "), p.count, p.zones
			problem.Types, s.Jobs = append(problem.Types, of), append(s.Jobs, j)
		}
	}
	s.Problem = &problem
	return s
}
