package place

import (
	"math/rand"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// packing is what instances hold.
type packing []filled

type filled struct {
	site      int
	set       set
	instances int64
}

// fill packs one instance after the other, each with what scores best, and tells whether all found room. Equal instances are filled alike
// as long as there are enough tasks.
func (m *model) fill(sites []int, waiting, instances []int64, score func(kind int, free []int64, site int) float64) (packing, bool) {
	waiting = slices.Clone(waiting)
	var done packing
	for _, s := range sites {
		for left := instances[s]; left > 0; {
			one := m.fillOne(s, waiting, score)
			times := left
			any := false
			for k, n := range one {
				if n > 0 {
					times, any = min(times, waiting[k]/n), true
				}
			}
			if !any {
				break
			}
			for k, n := range one {
				waiting[k] -= n * times
			}
			left -= times
			done = append(done, filled{s, one, times})
		}
	}
	return done, !slices.ContainsFunc(waiting, func(n int64) bool { return n > 0 })
}

func (m *model) fillOne(site int, waiting []int64, score func(kind int, free []int64, site int) float64) set {
	free, one := slices.Clone(m.sites[site].room), make(set, len(m.kinds))
	open := make([]int, 0, len(m.kinds))
	for k := range m.kinds {
		if m.kinds[k].fits[site] > 0 && waiting[k] > 0 {
			open = append(open, k)
		}
	}
	for {
		best, highest := -1, 0.0
		kept := open[:0]
		for _, k := range open {
			if one[k] == waiting[k] || fit(1, m.kinds[k].needs, free) == 0 {
				continue
			}
			kept = append(kept, k)
			if v := score(k, free, site); best < 0 || v > highest {
				best, highest = k, v
			}
		}
		if open = kept; best < 0 {
			return one
		}
		if len(m.kinds[best].needs) == 0 {
			one[best] = waiting[best]
			continue
		}
		one[best]++
		take(free, m.kinds[best].needs, 1)
	}
}

// packer looks for an assignment by filling again and again.
type packer struct {
	m      *model
	random *rand.Rand
	scarce []float64 // of each resource, how much of all is needed
	rare   []float64 // of each kind, how few instances it may run on
}

func newPacker(m *model, seed int64) *packer {
	p := &packer{m: m, random: rand.New(rand.NewSource(seed)), scarce: make([]float64, len(m.problem.Resources)), rare: make([]float64, len(m.kinds))}
	supply := make([]float64, len(p.scarce))
	var all float64
	for _, s := range m.sites {
		all += float64(s.instances)
		for r, n := range s.room {
			supply[r] += float64(n) * float64(s.instances)
		}
	}
	for k, kind := range m.kinds {
		var on float64
		for i, s := range m.sites {
			if kind.fits[i] > 0 {
				on += float64(s.instances)
			}
		}
		p.rare[k] = all / max(on, 1)
		for _, n := range kind.needs {
			p.scarce[n.resource] += float64(n.amount) * float64(kind.count) / max(supply[n.resource], 1)
		}
	}
	return p
}

// try fills once, with weights and noise at random but for the first times.
func (p *packer) try(round int, waiting, instances []int64) (packing, bool) {
	m := p.m
	weight := slices.Clone(p.scarce)
	noise := make([]float64, len(m.kinds))
	for k := range noise {
		noise[k] = 1
		if round > 3 {
			noise[k] += 0.4 * float64(round%5) / 4 * (p.random.Float64() - 0.5)
		}
	}
	if round > 7 {
		for r := range weight {
			weight[r] *= 0.5 + p.random.Float64()
		}
	}
	sites := p.order(round)
	dot := round%2 == 0
	return m.fill(sites, waiting, instances, func(k int, free []int64, site int) float64 {
		var sum float64
		for _, n := range m.kinds[k].needs {
			all := float64(m.sites[site].room[n.resource])
			part := weight[n.resource] * float64(n.amount) / all
			if dot {
				part *= float64(free[n.resource]) / all
			}
			sum += part
		}
		return (sum + 1e-9) * p.rare[k] * noise[k]
	})
}

// order is that of the sites: those that fewest kinds may use first, or another at random.
func (p *packer) order(round int) []int {
	uses := make([]int, len(p.m.sites))
	for _, k := range p.m.kinds {
		for s, n := range k.fits {
			if n > 0 {
				uses[s]++
			}
		}
	}
	order := make([]int, len(uses))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return uses[a] - uses[b] })
	if round > 1 && round%3 != 0 {
		p.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return order
}

// byParts rounds a solution of the relaxation: whole instances as it says, the others at random, the rest is filled.
func (p *packer) byParts(round int, r *relaxation, s solution, waiting, instances []int64) (packing, bool) {
	waiting, instances = slices.Clone(waiting), slices.Clone(instances)
	var done packing
	for _, i := range p.random.Perm(len(s.parts)) {
		c := r.sets[i]
		n := int64(s.parts[i] + 1e-6)
		if rest := s.parts[i] - float64(n); p.random.Float64() < rest*float64(round%4)/2 {
			n++
		}
		done = done.with(c.site, c.set, n, waiting, instances)
	}
	rest, all := p.try(round, waiting, instances)
	return append(done, rest...), all
}

// assignment is a packing as a certificate: kinds become types, sites classes, and the daemons are added.
func (m *model) assignment(p packing) *certificate.Certificate {
	classes := slices.Clone(m.instances)
	types := slices.Clone(m.count)
	a := []certificate.Filled{}
	for _, f := range p {
		for n := f.instances; n > 0; {
			class := m.sites[f.site].classes[slices.IndexFunc(m.sites[f.site].classes, func(c int) bool { return classes[c] > 0 })]
			one := m.seats(class)
			times := min(n, classes[class])
			// Instances are told together as long as the types of the kinds last.
			split := make([]placed, 0, len(f.set))
			for k, of := range f.set {
				for _, t := range m.kinds[k].types {
					if some := min(of, types[t]); some > 0 {
						split = append(split, placed{t, some})
						times = min(times, types[t]/some)
						of -= some
					}
				}
			}
			for _, s := range split {
				types[s.typ] -= s.count * times
				one.Tasks = append(one.Tasks, certificate.Tasks{Type: s.typ, Count: s.count})
			}
			classes[class] -= times
			n -= times
			one.Instances = times
			a = append(a, one)
		}
	}
	for c, n := range classes {
		if one := m.seats(c); n > 0 && len(one.Tasks) > 0 {
			one.Instances = n
			a = append(a, one)
		}
	}
	proof := m.certificate(certificate.KindAssignment)
	proof.Assignment = a
	return proof
}

// seats is an instance with the daemons that have to run on it.
func (m *model) seats(class int) certificate.Filled {
	one := certificate.Filled{Class: class}
	for _, d := range m.daemons {
		if m.HasToRun(d, class) {
			one.Tasks = append(one.Tasks, certificate.Tasks{Type: d, Count: 1})
		}
	}
	return one
}

// dive solves the relaxation again and again, and each time makes one or more of its parts whole instances. The rest is filled.
func (p *packer) dive(round int, r *relaxation, nodes int) (packing, bool) {
	waiting, instances := p.m.counts()
	var done packing
	for {
		s := r.solve(waiting, instances, 60, nodes)
		if len(s.parts) == 0 || s.proved {
			break
		}
		fixed := p.fix(round, r, s, waiting, instances)
		if fixed == nil {
			break
		}
		done = append(done, fixed...)
	}
	rest, all := p.try(round, waiting, instances)
	return append(done, rest...), all
}

// fix takes the whole instances of a solution, or else the greatest part; after the first dive one of the greatest.
func (p *packer) fix(round int, r *relaxation, s solution, waiting, instances []int64) packing {
	order := p.random.Perm(len(s.parts))
	key := func(i int) float64 { return s.parts[i] }
	if round > 0 {
		noise := make([]float64, len(s.parts))
		for i := range noise {
			noise[i] = 0.7 + 0.6*p.random.Float64()
		}
		key = func(i int) float64 { return s.parts[i] * noise[i] }
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case key(a) > key(b):
			return -1
		case key(a) < key(b):
			return 1
		}
		return 0
	})
	var fixed packing
	for _, i := range order {
		c := r.sets[i]
		n := int64(s.parts[i] + 1e-4)
		if n == 0 && fixed == nil {
			n = 1
		}
		if s.parts[i] >= 1e-6 {
			fixed = fixed.with(c.site, c.set, n, waiting, instances)
		}
	}
	return fixed
}

// with is the packing and up to n more instances of a site filled with a set, as far as there are instances, and tasks of it wait.
func (p packing) with(site int, of set, n int64, waiting, instances []int64) packing {
	n = min(n, instances[site])
	for k, count := range of {
		if count > 0 {
			n = min(n, waiting[k]/count)
		}
	}
	if n <= 0 {
		return p
	}
	for k, count := range of {
		waiting[k] -= count * n
	}
	instances[site] -= n
	return append(p, filled{site, of, n})
}
