package place

import (
	"math/rand"
	"slices"
)

// climb looks for a run that leaves a task of some kind without a place: it changes the order of the others, and keeps what leaves less room.
func (d *decision) climb(times int) {
	kinds := make([]int, len(d.kinds))
	for k := range kinds {
		kinds[k] = k
	}
	d.random.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	for _, k := range kinds {
		t := d.kinds[k].types[0]
		if d.Dynamic(t) {
			continue
		}
		order := d.bySize(func() float64 { return 1 })
		slices.Reverse(order)
		slices.SortStableFunc(order, func(a, b int) int { return last(d.kinds[k].types, a) - last(d.kinds[k].types, b) })
		free := len(order) - len(d.kinds[k].types)
		least := int64(-1)
		for i := range times {
			if d.stuck != nil || d.over() {
				return
			}
			tried := slices.Clone(order)
			if i > 0 && free > 1 {
				swap(d.random, tried[:free])
			}
			f := newFleet(d.strategies)
			if !f.finish(policy{order: tried, turns: i%5 == 4, rank: against(t, d.random)}, d.budget) {
				return
			}
			d.note(f)
			if room := f.roomFor(t); least < 0 || room <= least {
				order, least = tried, room
			}
		}
	}
}

// swap puts one item where another is, and that one in its place.
func swap(random *rand.Rand, order []int) {
	i, j := random.Intn(len(order)), random.Intn(len(order))
	order[i], order[j] = order[j], order[i]
}

// roomFor is how many more tasks of a type there is room for.
func (f *fleet) roomFor(t int) (room int64) {
	for _, s := range f.slots {
		room += s.instances * f.copiesIn(s.content, t)
	}
	return room
}

func (f *fleet) copiesIn(c *content, t int) int64 {
	if !f.feasible(c, t) {
		return 0
	}
	return fit(runLimit, f.needs[t], c.free)
}

// against ranks first what loses most of its room for a type, of those what has the least free; at times anything.
func against(target int, random *rand.Rand) func(*fleet, int, *content) float64 {
	return func(f *fleet, t int, c *content) float64 {
		if random.Intn(12) == 0 {
			return -2 * random.Float64()
		}
		lost := f.copiesIn(c, target) - f.copiesIn(f.with(c, t), target)
		return f.share(target, c)/float64(1+len(f.needs[target])) - float64(lost)
	}
}
