package place

import "slices"

// strand looks for a run that leaves a task of some kind without a place: the linear program of slack tells with which sets of other tasks
// instances can be filled, and runs try to fill them so.
func (d *decision) strand(kinds []int, times int) {
	for _, k := range kinds {
		c := d.coverer(k, d.budget)
		if c.solve() != nil || len(c.parts) == 0 {
			continue
		}
		aim := c.aim()
		for i := range times {
			if d.stuck != nil || d.over() {
				return
			}
			order := d.bySize(func() float64 { return 0.3 + d.random.Float64() })
			slices.SortStableFunc(order, func(a, b int) int { return last(d.kinds[k].types, a) - last(d.kinds[k].types, b) })
			f := d.begin()
			p := f.aimed(aim)
			if p.order, p.turns = order, i%2 == 1; f.finish(p, d.budget) {
				d.note(f)
			}
		}
	}
}

func last(types []int, t int) int {
	if slices.Contains(types, t) {
		return 1
	}
	return 0
}

// aim makes whole instances of the parts of the linear program.
func (c *coverer) aim() packing {
	left := slices.Clone(c.counts)
	instances := make([]int64, len(c.sites))
	for s, site := range c.sites {
		instances[s] = site.instances
	}
	var aim packing
	for _, remainders := range []bool{false, true} {
		for _, p := range c.parts {
			n := int64(p.amount + 1e-6)
			if remainders {
				n = 1
			}
			aim = aim.with(p.site, p.set, n, left, instances)
		}
	}
	return aim
}

// aimed has instances come to hold what they are to hold, where it can.
func (f *fleet) aimed(aim packing) policy {
	g := newGuided(f, aim)
	return policy{
		// Rather one that is to stay empty than one that is to hold something else.
		rank: func(_ *fleet, t int, c *content) float64 {
			if g.wants(c, t) >= 0 {
				return -1
			}
			return float64(len(g.of[c]))
		},
		took: func(_ *fleet, t int, c *content) {
			if j := g.wants(c, t); j >= 0 {
				g.hand(c, t, j)
			} else if int64(len(g.of[c])) >= f.at[c].instances {
				g.hand(c, t, len(g.of[c])-1)
			}
		},
	}
}
