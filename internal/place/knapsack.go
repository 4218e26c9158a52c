package place

import (
	"math"
	"slices"
)

// set is how many tasks of each kind an instance holds.
type set []int64

// pricer finds the most valuable set of tasks that an instance of a site can hold.
type pricer struct {
	m      *model
	site   int
	lambda []float64 // what each resource counts where all are taken as one; kept from one search to the next

	items []item
	free  []int64
	now   set
	best  set
	value float64
	left  int
	spent int // nodes so far, of all searches
}

type item struct {
	kind  int
	value float64
	size  float64
	most  int64
	needs []need
}

func newPricer(m *model, site int) *pricer {
	p := &pricer{m: m, site: site, lambda: make([]float64, len(m.problem.Resources))}
	for r, free := range m.sites[site].room {
		var wanted float64
		for _, k := range m.kinds {
			for _, n := range k.needs {
				if n.resource == r {
					wanted += float64(n.amount) * float64(k.fits[site])
				}
			}
		}
		if wanted > float64(free) && free > 0 {
			p.lambda[r] = 1 / float64(free)
		}
	}
	return p
}

// most is the set that is worth most, if all sets could be ruled out that are worth more. Of a kind it holds no more than limit.
func (p *pricer) most(values []float64, limit []int64, nodes int) (best set, value float64, exact bool) {
	p.best, p.value, p.now = nil, 0, make(set, len(p.m.kinds))
	p.free = slices.Clone(p.m.sites[p.site].room)
	p.items = p.items[:0]
	for k, v := range values {
		n := p.m.kinds[k].fits[p.site]
		if limit != nil {
			n = min(n, limit[k])
		}
		if v > 0 && n > 0 {
			p.items = append(p.items, item{kind: k, value: v, most: n, needs: p.m.kinds[k].needs})
		}
	}
	p.sort()
	p.left = min(nodes, 300)
	if p.search(0, 0); p.left <= 0 && nodes > 300 {
		p.improve()
		p.free, p.now = slices.Clone(p.m.sites[p.site].room), make(set, len(p.m.kinds))
		p.left = nodes
		p.search(0, 0)
	}
	if p.best == nil {
		p.best = make(set, len(p.m.kinds))
	}
	return p.best, p.value, p.left > 0
}

func (p *pricer) sort() {
	for i := range p.items {
		p.items[i].size = 0
		for _, n := range p.items[i].needs {
			p.items[i].size += float64(n.amount) * p.lambda[n.resource]
		}
	}
	slices.SortStableFunc(p.items, func(a, b item) int {
		switch x, y := a.value*b.size, b.value*a.size; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
}

// improve makes what resources count such that the bound of the whole search is low.
func (p *pricer) improve() {
	best, lowest := slices.Clone(p.lambda), math.Inf(1)
	used := make([]float64, len(p.lambda))
	room := p.m.sites[p.site].room
	step := 0.5
	for range 60 {
		p.sort()
		bound := p.relax(used)
		if bound < lowest {
			lowest = bound
			copy(best, p.lambda)
		}
		for r, l := range p.lambda {
			if l > 0 {
				p.lambda[r] = max(l*math.Exp(step*(used[r]/float64(room[r])-1)), 1e-12)
			}
		}
		step *= 0.95
	}
	copy(p.lambda, best)
	p.sort()
}

// relax is the value of parts of tasks that fill all resources taken as one, and what that takes of each.
func (p *pricer) relax(used []float64) float64 {
	var room, value float64
	for r, free := range p.m.sites[p.site].room {
		room += float64(free) * p.lambda[r]
		used[r] = 0
	}
	for _, i := range p.items {
		n := float64(i.most)
		if i.size*n > room {
			n = room / i.size
		}
		room -= n * i.size
		value += n * i.value
		for _, need := range i.needs {
			used[need.resource] += n * float64(need.amount)
		}
	}
	return value
}

const epsilon = 1e-9

func (p *pricer) search(next int, worth float64) {
	if worth > p.value+epsilon {
		p.value, p.best = worth, slices.Clone(p.now)
	}
	p.spent++
	if p.left--; p.left <= 0 || next == len(p.items) || !p.promises(next, p.value+epsilon-worth) {
		return
	}
	i := &p.items[next]
	most := fit(i.most, i.needs, p.free)
	take(p.free, i.needs, most)
	for n := most; ; n-- {
		p.now[i.kind] = n
		p.search(next+1, worth+float64(n)*i.value)
		if n == 0 {
			return
		}
		take(p.free, i.needs, -1)
	}
}

// promises bounds what the items from next on can add by parts of tasks, with all resources as one.
func (p *pricer) promises(next int, missing float64) bool {
	var room float64
	for r, l := range p.lambda {
		if l > 0 {
			room += float64(p.free[r]) * l
		}
	}
	for _, i := range p.items[next:] {
		n := fit(i.most, i.needs, p.free)
		if n == 0 {
			continue
		}
		if all := i.size * float64(n); all > room {
			return room/i.size*i.value > missing
		} else {
			room -= all
		}
		if missing -= float64(n) * i.value; missing < 0 {
			return true
		}
	}
	return false
}
