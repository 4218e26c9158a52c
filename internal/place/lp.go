package place

import "slices"

// relaxation is the linear program behind weights: how few tasks stay without a place if sets of tasks may be put on parts of instances.
// Sets are added as they are needed (column generation).
//
//	minimize   the sum of short[k]
//	subject to the sum over sets of set[k]*part[set], and short[k], is at least waiting[k]
//	           the sum over sets of a site of part[set] is at most its instances
type relaxation struct {
	m     *model
	sets  []siteSet
	known map[string]bool
	price []*pricer
}

type siteSet struct {
	site int
	set  set
}

func newRelaxation(m *model) *relaxation {
	r := &relaxation{m: m, known: map[string]bool{}}
	for s := range m.sites {
		r.price = append(r.price, newPricer(m, s))
	}
	return r
}

func (r *relaxation) add(site int, s set) bool {
	key := string(rune(site)) + s.key()
	if r.known[key] {
		return false
	}
	r.known[key] = true
	r.sets = append(r.sets, siteSet{site, slices.Clone(s)})
	return true
}

// solution is what a relaxation came to.
type solution struct {
	values []float64 // of each kind
	parts  []float64 // of each set of the relaxation, the instances
	proved bool      // values show that some tasks have no place
	fits   bool      // all have a place, in parts
}

// solve stops as soon as it is known whether all have a place in parts; rounds limits how often sets are added, nodes the search for each.
func (r *relaxation) solve(waiting, instances []int64, rounds, nodes int) solution {
	kinds := len(waiting)
	x := newSimplex(slices.Concat(waiting, instances), func(row int) float64 {
		if row < kinds {
			return 1
		}
		return 0
	})
	for k := range waiting {
		x.columns = append(x.columns, column{0, []int{k}, []float64{-1}})
	}
	first := len(x.columns)
	for _, s := range r.sets {
		x.columns = append(x.columns, s.column(kinds))
	}
	var s solution
	for range rounds {
		x.improve()
		if s.fits = x.objective() < jitter*20*float64(kinds); s.fits {
			break
		}
		var added bool
		if s.values, s.proved, added = r.generate(x.duals(), waiting, instances, nodes); s.proved || !added {
			break
		}
		for _, set := range r.sets[len(x.columns)-first:] {
			x.columns = append(x.columns, set.column(kinds))
		}
	}
	s.parts = x.amounts(first)
	return s
}

func (s siteSet) column(kinds int) column {
	var c column
	for k, n := range s.set {
		if n > 0 {
			c.rows, c.by = append(c.rows, k), append(c.by, float64(n))
		}
	}
	c.rows, c.by = append(c.rows, kinds+s.site), append(c.by, 1)
	return c
}

// generate adds the best set of each site. It tells whether the values prove that not all have a place.
func (r *relaxation) generate(duals []float64, waiting, instances []int64, nodes int) (values []float64, proved, added bool) {
	values = make([]float64, len(waiting))
	var need, have float64
	for k, n := range waiting {
		values[k] = max(duals[k], 0)
		need += values[k] * float64(n)
	}
	exact := true
	for s, p := range r.price {
		if instances[s] == 0 {
			continue
		}
		best, value, sure := p.most(values, nil, nodes)
		exact = exact && sure
		have += value * float64(instances[s])
		if value+duals[len(waiting)+s] > tolerance && r.add(s, best) {
			added = true
		}
	}
	return values, exact && need > have*(1+1e-9)+1e-6, added
}

// spent is how many nodes the searches for sets have taken.
func (r *relaxation) spent() int64 {
	var n int
	for _, p := range r.price {
		n += p.spent
	}
	return int64(n)
}
