package place

import (
	"math/rand"
	"slices"
)

// guide makes a run towards a packing: at each step it looks for a task and an instance that ECS may choose and the packing agrees with.
// Each instance has a part of the packing that it is to hold; a kind stands for all its types. It tells whether the run got there.
func (f *fleet) guide(p packing, random *rand.Rand, b *budget) bool {
	g := newGuided(f, p)
	order := f.bySize(func() float64 { return 1 })
	for !f.ended() {
		if !b.spend(1) || !g.step(order, random) {
			return false
		}
		if random.Intn(4) == 0 {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
	}
	return f.left == 0
}

func newGuided(f *fleet, p packing) *guided {
	g := &guided{fleet: f, of: map[*content][]set{}, kind: make([]int, len(f.count))}
	for k, kind := range f.kinds {
		for _, t := range kind.types {
			g.kind[t] = k
		}
	}
	free := slices.Clone(f.instances)
	for _, part := range p {
		for n := part.instances; n > 0; n-- {
			classes := f.sites[part.site].classes
			i := slices.IndexFunc(classes, func(c int) bool { return free[c] > 0 })
			free[classes[i]]--
			c := f.fresh(classes[i])
			g.of[c] = append(g.of[c], part.set)
		}
	}
	return g
}

// ended tells whether all is placed.
func (f *fleet) ended() bool { return f.left == 0 && f.ready == 0 }

type guided struct {
	*fleet
	of   map[*content][]set // what the instances with a content are to hold
	kind []int              // of each type
}

// step makes one step; daemons go first, and to any instance.
func (g *guided) step(order []int, random *rand.Rand) bool {
	if g.ready > 0 {
		m := g.options()[0]
		g.move(m.from, m.typ, len(g.of[m.from])-1)
		return true
	}
	for _, t := range order {
		if g.waiting[t] == 0 {
			continue
		}
		best := g.best(t, nil)
		for _, i := range random.Perm(len(best)) {
			c := best[i].content
			if j := g.wants(c, t); j >= 0 {
				g.move(c, t, j)
				return true
			}
		}
	}
	return false
}

// wants is which set of an instance with a content has room for one more of a type, or -1. Daemons are in no set.
func (g *guided) wants(c *content, t int) int {
	if g.problem.Types[t].Daemon {
		return -1
	}
	return slices.IndexFunc(g.of[c], func(s set) bool { return g.held(c, g.kind[t]) < s[g.kind[t]] })
}

// held is how many tasks of a kind a content has.
func (g *guided) held(c *content, kind int) int64 {
	var n int64
	for _, p := range c.tasks {
		if g.kind[p.typ] == kind && !g.problem.Types[p.typ].Daemon {
			n += p.count
		}
	}
	return n
}

// move places a task on the instance of a content that is to hold its i-th set.
func (g *guided) move(c *content, t, i int) {
	g.hand(c, t, i)
	g.place(c, t)
}

// hand hands the i-th set of a content on to that with one more task; less than 0: an instance that is to stay empty.
func (g *guided) hand(c *content, t, i int) {
	if i < 0 {
		return
	}
	to := g.with(c, t)
	g.of[to] = append(g.of[to], g.of[c][i])
	g.of[c] = slices.Delete(g.of[c], i, i+1)
}
