package place

import (
	"math"
	"math/rand"
	"slices"
)

// climb looks for a run that leaves a task of some kind without a place: it changes the order of the others, and keeps what leaves less room.
func (d *decision) climb(kinds []int, times int) {
	for _, k := range kinds {
		t := d.kinds[k].types[0]
		if d.Dynamic(t) {
			continue
		}
		order := d.bySize(func() float64 { return 1 })
		slices.Reverse(order)
		slices.SortStableFunc(order, func(a, b int) int { return last(d.kinds[k].types, a) - last(d.kinds[k].types, b) })
		free := len(order) - len(d.kinds[k].types)
		least := math.Inf(1)
		for i := range times {
			if d.stuck != nil || d.over() {
				return
			}
			tried := slices.Clone(order)
			if i > 0 && free > 1 {
				swap(d.random, tried[:free])
			}
			f := d.begin()
			if !f.finish(policy{order: tried, rank: against(t)}, d.budget) {
				return
			}
			d.note(f)
			if gaps := f.gaps(t); gaps <= least {
				order, least = tried, gaps
			}
		}
	}
}

// swap puts one item where another is, and that one in its place.
func swap(random *rand.Rand, order []int) {
	i, j := random.Intn(len(order)), random.Intn(len(order))
	order[i], order[j] = order[j], order[i]
}

// gap is what is left of an instance before it has no room for a type: of the resource of which least is left, a part of what there was.
func (f *fleet) gap(t int, c *content) float64 {
	if !f.feasible(c, t) {
		return 0
	}
	left := 1.0
	for _, n := range f.needs[t] {
		left = min(left, float64(c.free[n.resource]-n.amount+1)/float64(f.room[c.class][n.resource]-n.amount+1))
	}
	return left
}

// gaps are those of all instances.
func (f *fleet) gaps(t int) (sum float64) {
	for _, s := range f.slots {
		sum += float64(s.instances) * f.gap(t, s.content)
	}
	return sum
}

// against ranks first where a task closes most of the gap for a type, of those where the gap is small.
func against(target int) func(*fleet, int, *content) float64 {
	return func(f *fleet, t int, c *content) float64 {
		gap := f.gap(target, c)
		return f.gap(target, f.with(c, t)) - gap + gap/100
	}
}
