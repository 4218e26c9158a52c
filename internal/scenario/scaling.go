package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// Scaling is what managed scaling of a capacity provider comes to.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html
type Scaling struct {
	Provider *fleet.Provider

	// Verdict is on its maximum of instances that have, of each resource, the least that its instance types have, in the worst way to divide
	// them among its zones: Why says which, or why it isn't known. Judgement is that of this way.
	Verdict   place.Verdict
	Why       string
	Judgement *Judgement

	// Excluded never scale it out: AWS leaves out of its estimate tasks that don't fit on the smallest instance.
	Excluded []Excluded

	// Estimate is M, the instances that AWS takes to be needed: those that run tasks and, of each group of waiting tasks that take the same, as
	// many as they fill of the largest instance, the most of these. Reservation is M/N x 100, with N the instances that there are. Where Halted
	// all that waits is excluded: it stays at the target.
	Estimate, Reservation int64
	Halted                bool

	// Need is the fewest instances that are enough: divided evenly among the zones, every run places all tasks. 0 where not even the maximum is, or
	// where it isn't known; Below is the verdict with one less, "" where there can't be less.
	Need  int64
	Below place.Verdict
}

// Excluded is tasks that take more than the smallest instance has.
type Excluded struct {
	Job        *Job
	Resource   string
	Need, Have int64
}

// Proofs are the certificates of the verdict.
func (s *Scaling) Proofs() []*certificate.Certificate {
	if s.Judgement == nil {
		return nil
	}
	return s.Judgement.Proofs()
}

// Scalings are those of the capacity providers with managed scaling that tasks are placed on. All others count with their maximum.
func (p *Plan) Scalings(ctx context.Context, b place.Budget, progress place.Progress) []*Scaling {
	if p.Fleet == nil || p.instances() == nil {
		return nil
	}
	var all []*Scaling
	for _, s := range p.scaled() {
		s.ctx, s.budget, s.progress = ctx, b, progress
		all = append(all, s.scaling())
	}
	return all
}

// scaled are the capacity providers with managed scaling that tasks want.
func (p *Plan) scaled() []*scaled {
	var all []*scaled
	for i := range p.Fleet.Providers {
		if s := (&scaled{plan: p, provider: &p.Fleet.Providers[i]}); s.used() {
			all = append(all, s)
		}
	}
	return all
}

// scaled decides what comes of one provider.
type scaled struct {
	ctx      context.Context
	plan     *Plan
	provider *fleet.Provider
	budget   place.Budget
	progress place.Progress
}

// used tells whether tasks want the provider.
func (s *scaled) used() bool {
	return slices.ContainsFunc(s.plan.Jobs, func(j *Job) bool {
		return slices.ContainsFunc(j.providers, func(o share) bool { return o.provider == s.provider.Name })
	})
}

func (s *scaled) scaling() *Scaling {
	is := &Scaling{Provider: s.provider}
	s.worst(is)
	s.estimate(is)
	if is.Verdict == place.Always {
		s.need(is)
	}
	return is
}

// with is the question of the container instances if the provider has launched so many, in each of its zones, of the least.
func (s *scaled) with(counts []int64) *Question {
	plan, problems := s.plan.With(Change{Fleet: func(f *fleet.Fleet) { f.Scale(s.provider, counts) }})
	if len(problems) > 0 || plan.instances() == nil {
		return nil
	}
	return plan.instances().least()
}

func (s *scaled) judge(counts []int64) *Judgement {
	q := s.with(counts)
	if q == nil {
		return nil
	}
	return Judge(s.ctx, q, s.budget, s.progress)
}

// worst looks at each way to divide the maximum among the zones, first at those with all in one. Where zones play no part in a proof one way
// stands for all.
func (s *scaled) worst(is *Scaling) {
	if is.Judgement = s.judge(s.evenly(s.provider.Maximum)); is.Judgement == nil {
		is.Verdict, is.Why = place.Unproven, "the fleet without it can't be judged"
		return
	}
	is.Verdict = is.Judgement.Verdict
	if is.Verdict != place.Always || s.anyZone(is.Judgement) {
		return
	}
	s.budget.Nodes = min(s.budget.Nodes, remedyNodes)
	ways := s.ways()
	for _, counts := range ways[:min(len(ways), maxScenarios)] {
		j := s.judge(counts)
		if j == nil {
			j = &Judgement{Verdict: place.Unproven}
		}
		if j.Verdict != place.Always {
			is.Verdict, is.Judgement, is.Why = j.Verdict, j, "where it launches "+s.inZones(counts)
			return
		}
	}
	if len(ways) > maxScenarios {
		is.Verdict, is.Why = place.Unproven, fmt.Sprintf("only %d of the ways to divide the instances among the zones were looked at", maxScenarios)
	}
}

// evenly is how many it launches in each zone for so many instances in all.
func (s *scaled) evenly(instances int64) []int64 {
	return fleet.Evenly(max(instances-s.provider.Listed, 0), len(s.provider.Zones))
}

// ways are the ways to divide the maximum among zones, those with all in one first; one more than maxScenarios at most.
func (s *scaled) ways() [][]int64 {
	n, zones := max(s.provider.Maximum-s.provider.Listed, 0), len(s.provider.Zones)
	var all [][]int64
	for i := range zones {
		one := make([]int64, zones)
		one[i] = n
		all = append(all, one)
	}
	for _, counts := range compositions(n, zones) {
		if slices.Max(counts) < n && len(all) <= maxScenarios {
			all = append(all, counts)
		}
	}
	return all
}

// anyZone tells whether a judgement holds however the instances of the provider are divided among the zones: tasks may run on all of them or on
// none, and the proofs are those that the other tasks can't take all room, which count instances and not zones.
func (s *scaled) anyZone(j *Judgement) bool {
	for i, r := range j.Results {
		constraints, err := j.Question.Scenarios[i].Problem.Constraints()
		if err != nil || !slices.ContainsFunc(r.Proofs, func(c *certificate.Certificate) bool { return c.Kind == certificate.KindSlack }) {
			return false
		}
		launched := s.launched(j.Question)
		if len(launched) < len(s.provider.Zones) {
			return false // nothing is known of a zone without instances
		}
		for t := range j.Question.Scenarios[i].Problem.Types {
			if constraints.Dynamic(t) || slices.ContainsFunc(launched, func(c int) bool { return constraints.May(t, c) != constraints.May(t, launched[0]) }) {
				return false
			}
		}
	}
	return true
}

// launched are the classes of the instances that the provider launches.
func (s *scaled) launched(q *Question) []int {
	var all []int
	for c, g := range q.build.fleet.Groups {
		if g.Launched && g.Provider == s.provider.Name {
			all = append(all, c)
		}
	}
	return all
}

func (s *scaled) inZones(counts []int64) string {
	var parts []string
	for i, n := range counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d in %s", n, s.provider.Zones[i]))
		}
	}
	return strings.Join(parts, ", ")
}

// need looks for the fewest instances that are enough by bisection: it takes for granted that more are no worse. What it says it has looked at
// are Need and one less.
func (s *scaled) need(is *Scaling) {
	verdict := func(n int64) place.Verdict {
		if j := s.judge(s.evenly(n)); j != nil {
			return j.Verdict
		}
		return place.Never // nothing to place on
	}
	low, high := s.provider.Listed-1, max(s.provider.Maximum, s.provider.Listed)
	for high-low > 1 {
		middle := low + (high-low)/2
		if v := verdict(middle); v == place.Always {
			high = middle
		} else {
			low, is.Below = middle, v
		}
	}
	is.Need = high
}
