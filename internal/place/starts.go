package place

import (
	"context"
	"math"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Starts are ways in which a run places all that runs, found by deployments and kept for others beside which the same runs. The zero value knows
// none.
type Starts struct{ known []*start }

// start is the steps of a run that places all, and what is free then.
type start struct {
	steps []certificate.Step
	left  []leftover
}

// leftover is what instances of a class have free.
type leftover struct {
	class int
	free  []int64
}

// mostStarts is how many are kept.
const mostStarts = 20

// Find looks for a start of a problem, and tells what it took of the budget.
func (s *Starts) Find(ctx context.Context, p *certificate.Problem, b Budget) (nodes int64) {
	m, err := newModel(p)
	if err != nil {
		return 0
	}
	left := &budget{ctx: ctx, limit: b.Nodes}
	s.find(m, left)
	return left.used
}

// find tells whether a start is known, or is found.
func (s *Starts) find(m *model, b *budget) bool {
	if len(s.known) > 0 {
		return true
	}
	d := newDecision(m, b)
	f := d.begin()
	if f.finish(policy{order: m.bySize(func() float64 { return 1 }), rank: tight}, b) && sum(f.idle()) == 0 {
		s.add(f)
		return true
	}
	d.part((d.limit-d.used)/2, func() { d.decide() })
	if d.complete == nil {
		return false
	}
	u := &update{budget: b, strategies: d.strategies}
	if f := u.after(d.complete.Run.Steps); f != nil {
		s.add(f)
	}
	return len(s.known) > 0
}

// Fill looks for starts of a problem that leave no room for one more task, for each kind of tasks, and tells what it took of the budget. The
// deployments beside which a deadlock is likely come first.
func (s *Starts) Fill(ctx context.Context, p *certificate.Problem, b Budget) (nodes int64) {
	m, err := newModel(p)
	if err != nil {
		return 0
	}
	d := newDecision(m, &budget{ctx: ctx, limit: b.Nodes})
	for _, k := range m.tightest(d.budget) {
		if t := m.kinds[k].types[0]; !m.Dynamic(t) && s.without(m, t) == nil {
			s.fill(d, t, fillTimes)
		}
	}
	return d.used
}

// fillTimes is how many runs are tried for each kind.
const fillTimes = 100

// fill makes runs of which each step closes as much room for a task of a type as it can. It keeps those orders of the others that place
// all of them, or more, and leave less room.
func (s *Starts) fill(d *decision, t, times int) *start {
	order := d.bySize(func() float64 { return 1 })
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b int) int { return d.covers(b, t) - d.covers(a, t) })
	least := math.Inf(1)
	for i := range times {
		tried := slices.Clone(order)
		switch {
		case i == 1:
			slices.Reverse(tried)
		case i > 1:
			swap(d.random, tried)
		}
		f := d.begin()
		if !f.finish(policy{order: tried, rank: against(t)}, d.budget) {
			return nil
		}
		room, waiting := f.gaps(t), sum(f.idle())
		if room == 0 && waiting == 0 {
			return s.add(f)
		}
		if room += float64(waiting) * 1000; room <= least {
			order, least = tried, room
		}
	}
	return nil
}

// covers is 1 of a type that takes as much as another of each resource, else 0.
func (m *model) covers(t, other int) int {
	for _, n := range m.needs[other] {
		if m.problem.Types[t].Demand[n.resource] < n.amount {
			return 0
		}
	}
	return 1
}

func (s *Starts) add(f *fleet) *start {
	one := &start{steps: f.run().Run.Steps}
	for _, slot := range f.slots {
		one.left = append(one.left, leftover{slot.class, slot.free})
	}
	if len(s.known) < mostStarts {
		s.known = append(s.known, one)
	}
	return one
}

// without is a start that leaves no room for a task of a type; nil if none is known.
func (s *Starts) without(m *model, t int) *start {
	i := slices.IndexFunc(s.known, func(one *start) bool {
		return !slices.ContainsFunc(one.left, func(l leftover) bool { return m.May(t, l.class) && fit(1, m.needs[t], l.free) == 1 })
	})
	if i < 0 {
		return nil
	}
	return s.known[i]
}
