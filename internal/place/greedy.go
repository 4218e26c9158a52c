package place

import (
	"math/rand"
	"slices"
)

// policy decides what ECS leaves open in a run.
type policy struct {
	order []int                                     // the types, each placed as long as it can be before the next; daemons go first
	turns bool                                      // one task of each type after the other instead
	leave int64                                     // if not 0: stop when no more tasks wait
	rank  func(f *fleet, t int, c *content) float64 // of instances that the strategy ranks equal the least is taken
	took  func(f *fleet, t int, c *content)         // is told of each task before it is placed; nil if that doesn't change ranks
}

// finish runs to the end, and tells whether it got there within the budget.
func (f *fleet) finish(p policy, b *budget) bool {
	alive := slices.DeleteFunc(slices.Clone(p.order), func(t int) bool { return f.waiting[t] == 0 })
	queues := make([]*queue, len(f.waiting))
	turns := p.turns && int64(len(alive))*f.left <= turnsLimit
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
				if queues[t] == nil {
					queues[t] = newQueue(f, t, p)
				}
				c := queues[t].first()
				if c == nil {
					if !f.Dynamic(t) {
						alive[i] = -1
					}
					break
				}
				if !b.spend(stepNodes) {
					return false
				}
				f.step(p, t, c)
				if progress = true; turns {
					break
				}
			}
			if !turns {
				queues[t] = nil
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

// turnsLimit is up to how many types times tasks they may take turns: each step is news for each queue.
const turnsLimit = 100_000

// stepNodes is what a step of a run takes of the budget.
const stepNodes = 8

func (f *fleet) step(p policy, t int, c *content) {
	if p.took != nil {
		p.took(f, t, c)
	}
	f.place(c, t)
}

// seatDaemons places all daemons that can be placed now.
func (f *fleet) seatDaemons(p policy, b *budget) bool {
	for f.ready > 0 {
		for _, d := range f.daemons {
			q := newQueue(f, d, p)
			for c := q.first(); c != nil; c = q.first() {
				if !b.spend(stepNodes) {
					return false
				}
				f.step(p, d, c)
			}
		}
	}
	return true
}

// tight ranks first what has the least free of what the task takes, as a part of what there is; loose what has the most.
func tight(f *fleet, t int, c *content) float64 { return f.share(t, c) }

func loose(f *fleet, t int, c *content) float64 { return -f.share(t, c) }

// share is how much is free of what a task takes.
func (f *fleet) share(t int, c *content) float64 {
	var sum float64
	for _, n := range f.needs[t] {
		if all := f.problem.Classes[c.class].Capacity[n.resource]; all > 0 {
			sum += float64(c.free[n.resource]) / float64(all)
		}
	}
	return sum
}

// anyOf ranks at random.
func anyOf(random *rand.Rand) func(*fleet, int, *content) float64 {
	return func(*fleet, int, *content) float64 { return random.Float64() }
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
