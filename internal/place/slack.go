package place

import (
	"cmp"
	"math"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// slack looks for a proof that every run places all: for each kind one that the others can't fill all instances that it may run on.
func (m *model) slack(b *budget) *certificate.Certificate {
	for t, n := range m.count {
		if m.Dynamic(t) && (n > 0 || m.problem.Types[t].Daemon) {
			return nil
		}
	}
	proof := m.certificate(certificate.KindSlack)
	proof.Slack = certificate.Slacks{}
	for _, k := range m.tightest(b) {
		w := m.slackOf(k, b)
		if w == nil {
			return nil
		}
		proof.Slack = append(proof.Slack, m.slackAs(k, w))
	}
	return proof
}

func (m *model) slackAs(k int, w *weights) certificate.Slack {
	told := m.byTypes(w)
	return certificate.Slack{Type: m.kinds[k].types[0], Types: told.Types, Classes: told.Classes}
}

// slackOf looks for weights of the other tasks for one kind: sites are what they have to count at least to leave no room.
func (m *model) slackOf(k int, b *budget) *weights {
	return m.coverer(k, b).weights()
}

// tightest are the kinds in the order of how much room the others may leave them, those first for which a proof is least likely.
func (m *model) tightest(b *budget) []int {
	order, tightness := make([]int, len(m.kinds)), make([]float64, len(m.kinds))
	for k := range order {
		order[k] = k
		_, tightness[k] = m.coverer(k, b).shares()
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(tightness[b], tightness[a]) })
	return order
}

// quick are weights that need no search.
func (c *coverer) quick() *weights {
	w, _ := c.wholeShares()
	return w
}

// weights are any that prove it.
func (c *coverer) weights() *weights {
	w, tightness := c.wholeShares()
	if w != nil || tightness > hopeless && len(c.kinds) > fewKinds {
		return w
	}
	for _, values := range c.guesses() {
		if w := c.try(values); w != nil {
			return w
		}
	}
	return c.solve()
}

func (m *model) coverer(k int, b *budget) *coverer {
	c := &coverer{model: m, budget: b, target: k, counts: make([]int64, len(m.kinds)), nodes: coverNodes}
	for i, kind := range m.kinds {
		c.counts[i] = kind.count
	}
	c.counts[k]--
	return c
}

// coverer looks for sets of other tasks that leave no room for one more of a kind.
type coverer struct {
	*model
	*budget
	target int
	counts []int64 // of the other tasks, by kind

	items    []item
	free     []int64
	now      set
	resource int
	room     int64
	best     set
	least    float64
	nodes    int // for each search
	left     int

	parts []part // where the linear program fills all: with what
}

// part is instances of a site, in parts, with a set.
type part struct {
	site   int
	set    set
	amount float64
}

// hopeless is a tightness from which on a linear program seldom finds a proof; of few kinds it is worth a try.
const (
	hopeless = 1.2
	fewKinds = 30
)

// coverNodes is how many nodes a search may take for the set worth least; hintNodes, where it need not be sure.
const (
	coverNodes = 20_000
	hintNodes  = 500
)

// guesses are weights that often do: each task counts the same, or what it takes of one resource.
func (c *coverer) guesses() [][]int64 {
	ones := make([]int64, len(c.kinds))
	for k := range ones {
		ones[k] = 1
	}
	guesses := [][]int64{ones}
	for _, need := range c.kinds[c.target].needs {
		amounts := make([]int64, len(c.kinds))
		for k, kind := range c.kinds {
			for _, n := range kind.needs {
				if n.resource == need.resource {
					amounts[k] = n.amount
				}
			}
		}
		guesses = append(guesses, amounts)
	}
	return guesses
}

// try verifies whole numbers.
func (c *coverer) try(kinds []int64) *weights {
	w := &weights{kinds: kinds, sites: make([]int64, len(c.sites))}
	values := make([]float64, len(kinds))
	var others, needed float64
	for k, n := range kinds {
		values[k] = float64(n)
		others += float64(n) * float64(c.counts[k])
	}
	for s, site := range c.sites {
		if c.kinds[c.target].fits[s] == 0 {
			continue
		}
		_, least, exact := c.cheapest(s, values)
		if c.over() {
			return nil
		}
		if !exact {
			least = float64(c.leastByParts(s, kinds))
		}
		// Where nothing can fill an instance, any number holds: one instance is enough.
		w.sites[s] = int64(min(math.Round(least), others+1))
		needed += float64(w.sites[s]) * float64(site.instances)
	}
	if needed <= others || others >= 1<<49 {
		return nil
	}
	return w
}

// cheapest is the set worth least that leaves no room on an instance; worth infinitely much if there is none.
func (c *coverer) cheapest(site int, values []float64) (set, float64, bool) {
	c.best, c.least, c.left = nil, math.Inf(1), int(min(int64(c.nodes), 4*(c.limit-c.used)))
	before := c.left
	for _, own := range c.kinds[c.target].needs {
		c.resource, c.room = own.resource, own.amount
		c.free, c.now = slices.Clone(c.sites[site].room), make(set, len(c.kinds))
		c.items = c.items[:0]
		for k, kind := range c.kinds {
			n := min(kind.fits[site], c.counts[k])
			if i := slices.IndexFunc(kind.needs, func(n need) bool { return n.resource == own.resource }); i >= 0 && n > 0 {
				c.items = append(c.items, item{kind: k, value: values[k], size: float64(kind.needs[i].amount), most: n, needs: kind.needs})
			}
		}
		slices.SortStableFunc(c.items, func(a, b item) int {
			switch x, y := a.value*b.size, b.value*a.size; {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		c.cover(0, 0)
	}
	c.spend(int64(before-c.left)/4 + 1)
	return c.best, c.least, c.left > 0 && !c.over()
}

func (c *coverer) cover(next int, worth float64) {
	if worth >= c.least-epsilon {
		return
	}
	if c.free[c.resource] < c.room {
		c.best, c.least = slices.Clone(c.now), worth
		return
	}
	if c.left--; c.left <= 0 || next == len(c.items) || !c.promises(next, c.least-epsilon-worth) {
		return
	}
	i := &c.items[next]
	most := fit(i.most, i.needs, c.free)
	take(c.free, i.needs, most)
	for n := most; ; n-- {
		c.now[i.kind] = n
		c.cover(next+1, worth+float64(n)*i.value)
		if n == 0 {
			return
		}
		take(c.free, i.needs, -1)
	}
}

// promises bounds what tasks have to be worth to take the resource: parts of them, the cheapest first.
func (c *coverer) promises(next int, allowed float64) bool {
	missing := float64(c.free[c.resource] - c.room + 1)
	for _, i := range c.items[next:] {
		n := float64(fit(i.most, i.needs, c.free))
		if n*i.size >= missing {
			return missing/i.size*i.value < allowed
		}
		missing -= n * i.size
		if allowed -= n * i.value; allowed <= 0 {
			return false
		}
	}
	return false
}

// solve finds values by a linear program: on how many instances, in parts, the other tasks can leave no room.
//
//	maximize   the sum over sets of part[set]
//	subject to the sum over sets of set[k]*part[set] is at most counts[k]
//	           the sum over sets of a site of part[set] is at most its instances
func (c *coverer) solve() *weights {
	right, all := slices.Clone(c.counts), 0.0
	for s, site := range c.sites {
		right = append(right, site.instances)
		if c.kinds[c.target].fits[s] > 0 {
			all += float64(site.instances)
		}
	}
	x := newSimplex(right, func(int) float64 { return 0 })
	var sets []siteSet
	for range 200 {
		x.improve()
		c.spend(int64(len(right)))
		if -x.objective() > all-1e-6 { // the others can fill all instances, in parts
			for i, amount := range x.amounts(len(right)) {
				if amount > 1e-6 {
					c.parts = append(c.parts, part{sets[i].site, sets[i].set, amount})
				}
			}
			return nil
		}
		duals := x.duals()
		values := make([]float64, len(c.kinds))
		for k := range values {
			values[k] = max(-duals[k], 0)
		}
		added := false
		for s := range c.sites {
			if c.kinds[c.target].fits[s] == 0 {
				continue
			}
			best, worth, exact := c.cheapest(s, values)
			if c.over() {
				return nil
			}
			if !exact {
				c.nodes = hintNodes
			}
			if best != nil && worth-duals[len(values)+s] < 1-tolerance {
				sets = append(sets, siteSet{s, best})
				column := siteSet{s, best}.column(len(values))
				column.cost = -1
				x.columns = append(x.columns, column)
				added = true
			}
		}
		if !added {
			c.nodes = coverNodes
			return c.round(values)
		}
	}
	return nil
}

func (c *coverer) round(values []float64) *weights {
	greatest := slices.Max(values)
	if greatest <= 0 {
		return nil
	}
	for _, scale := range []float64{1, 2, 3, 4, 6, 12, 60, 120, 1000, 20_000, 1_000_000} {
		kinds := make([]int64, len(values))
		for k, v := range values {
			kinds[k] = int64(math.Ceil(v/greatest*scale - 1e-5))
		}
		if w := c.try(kinds); w != nil {
			return w
		}
	}
	return nil
}
