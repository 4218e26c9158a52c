package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Holds reports that a problem is one of the plan's, or of the peak of a deployment, as is tells. Like is that problem: where it is about
// memory between the least and the most, as at a threshold, it tells how much.
func (p *Plan) Holds(is func(*certificate.Problem) bool, like *certificate.Problem) bool {
	holds := func(q *Question) bool { return q.holds(is, like) }
	return slices.ContainsFunc(slices.Concat(p.Questions, p.further()), holds) || slices.ContainsFunc(p.Jobs, func(j *Job) bool {
		if w, ok := j.way(); ok && w.twice {
			peak := p.peak(j)
			return peak != nil && slices.ContainsFunc(peak.Questions, holds)
		}
		return false
	})
}

func (q *Question) holds(is func(*certificate.Problem) bool, like *certificate.Problem) bool {
	if slices.ContainsFunc(q.Scenarios, func(s Scenario) bool { return is(s.Problem) }) {
		return true
	}
	if q.build == nil {
		return false
	}
	c := q.Scenarios[0].choice
	c.most = false
	for c.memory = range q.build.steps + 1 {
		if q.build.registers(like, c) && is(q.build.scenario(c).Problem) {
			return true
		}
	}
	return false
}

// further are what managed scaling and zone rebalancing ask beside the questions of the plan.
func (p *Plan) further() []*Question {
	if p.Fleet == nil || p.instances() == nil {
		return nil
	}
	var all []*Question
	for _, s := range p.scaled() {
		for _, counts := range append(s.ways(), s.evenly(s.provider.Maximum)) {
			if q := s.with(counts); q != nil {
				all = append(all, q)
			}
		}
	}
	for _, j := range p.Jobs {
		if r := p.rebalancer(j); r != nil {
			for _, zone := range r.names {
				all = append(all, r.with(zone, r.share(), j.Count-r.share()+1))
			}
		}
	}
	return all
}

// registers reports that the classes of a problem have the capacity of a choice.
func (b *builder) registers(p *certificate.Problem, c choice) bool {
	if len(p.Classes) != len(b.fleet.Groups) {
		return false
	}
	for i, class := range p.Classes {
		if !slices.Equal(class.Capacity, b.capacity(i, c)) {
			return false
		}
	}
	return true
}
