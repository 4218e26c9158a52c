package place

import (
	"math/rand"
	"slices"
)

// policy decides what ECS leaves open in a run.
type policy struct {
	order []int                                   // the types, each placed as long as it can be before the next; of daemons those that are ready first
	turns bool                                    // one task of each type after the other instead
	leave int64                                   // if not 0: stop when no more tasks wait
	pick  func(f *fleet, t int, of []*slot) *slot // among instances ranked equal
}

// finish runs to the end, and tells whether it got there within the budget.
func (f *fleet) finish(p policy, b *budget) bool {
	alive := slices.DeleteFunc(slices.Clone(p.order), func(t int) bool { return f.waiting[t] == 0 })
	var best []*slot
	for {
		if !f.seatDaemons(p, b) {
			return false
		}
		if p.leave > 0 && f.left <= p.leave {
			return true
		}
		progress := false
		for i, t := range alive {
			for f.waiting[t] > 0 && f.ready == 0 && (p.leave == 0 || f.left > p.leave) {
				if best = f.best(t, best[:0]); len(best) == 0 {
					if !f.Dynamic(t) {
						alive[i] = -1
					}
					break
				}
				if !b.spend(f.work()) {
					return false
				}
				f.place(p.pick(f, t, best).content, t)
				if progress = true; p.turns {
					break
				}
			}
			if f.ready > 0 {
				break
			}
		}
		alive = slices.DeleteFunc(alive, func(t int) bool { return t < 0 || f.waiting[t] == 0 })
		if !progress && f.ready == 0 {
			return true
		}
	}
}

// work is what a look at all slots takes of the budget.
func (f *fleet) work() int64 { return 1 + int64(len(f.slots))/16 }

// seatDaemons places all daemons that can be placed now.
func (f *fleet) seatDaemons(p policy, b *budget) bool {
	var options []*slot
	for f.ready > 0 {
		if !b.spend(f.work()) {
			return false
		}
		for _, d := range f.daemons {
			options = options[:0]
			for _, s := range f.slots {
				if f.feasible(s.content, d) {
					options = append(options, s)
				}
			}
			if len(options) > 0 {
				f.place(p.pick(f, d, options).content, d)
			}
		}
	}
	return true
}

// tight picks the instance with the least free of what the task takes, as a part of what there is; loose the one with the most.
func tight(f *fleet, t int, of []*slot) *slot {
	return slices.MinFunc(of, func(a, b *slot) int { return f.compareFree(t, a, b) })
}

func loose(f *fleet, t int, of []*slot) *slot {
	return slices.MaxFunc(of, func(a, b *slot) int { return f.compareFree(t, a, b) })
}

func (f *fleet) compareFree(t int, a, b *slot) int {
	if x, y := f.share(t, a), f.share(t, b); x != y {
		if x < y {
			return -1
		}
		return 1
	}
	return a.id - b.id
}

// share is how much is free of what a task takes.
func (f *fleet) share(t int, s *slot) float64 {
	var sum float64
	for _, n := range f.needs[t] {
		if all := f.problem.Classes[s.class].Capacity[n.resource]; all > 0 {
			sum += float64(s.free[n.resource]) / float64(all)
		}
	}
	return sum
}

// anyOf picks at random, each instance as likely as the other.
func anyOf(random *rand.Rand) func(*fleet, int, []*slot) *slot {
	return func(_ *fleet, _ int, of []*slot) *slot { return of[random.Intn(len(of))] }
}

// bySize are the types that wait, those that take most of an instance first.
func (m *model) bySize(noise func() float64) []int {
	size := make([]float64, len(m.count))
	var order []int
	for t, n := range m.count {
		if n == 0 {
			continue
		}
		order = append(order, t)
		for c := range m.instances {
			if m.copies[t][c] > 0 {
				size[t] = max(size[t], 1/float64(m.copies[t][c])+m.fraction(t, c)/1000)
			}
		}
		size[t] *= noise()
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case size[a] > size[b]:
			return -1
		case size[a] < size[b]:
			return 1
		}
		return 0
	})
	return order
}

// fraction is what a task takes of an instance: the greatest part of a resource.
func (m *model) fraction(t, class int) float64 {
	var part float64
	for _, n := range m.needs[t] {
		part = max(part, float64(n.amount)/float64(max(m.room[class][n.resource], 1)))
	}
	return part
}
