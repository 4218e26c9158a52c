package place

import (
	"encoding/binary"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// searcher goes through what instances can hold, one after the other: sets of tasks that are maximal, in the order of certificate.Tree.
type searcher struct {
	*model
	*budget
	relax *relaxation // nil to do without
	pool  []*weights

	waiting   []int64
	instances []int64
	done      packing
	refuted   map[string]set // states from which nothing can be placed, with the greatest set that was allowed; nil for any
	steps     []int          // of the tree so far
	branches  int

	found packing
}

// treeLimit is how many nodes a tree may have.
const treeLimit = 200_000

// search looks for an assignment, or a tree that shows that there is none; nil if the budget doesn't suffice, or the tree would be too large.
func (m *model) search(r *relaxation, pool []*weights, b *budget) (packing, *certificate.Certificate) {
	s := &searcher{model: m, budget: b, relax: r, pool: pool, refuted: map[string]set{}}
	s.waiting, s.instances = m.counts()
	if !s.node(0, nil) || s.found != nil {
		return s.found, nil
	}
	t := &certificate.Tree{Steps: s.steps, Weights: []certificate.Weights{}}
	for _, w := range s.pool {
		t.Weights = append(t.Weights, m.byTypes(w))
	}
	proof := m.certificate(certificate.KindTree)
	proof.Tree = t
	return nil, proof
}

// node tells whether it is decided whether what waits can be placed on the instances of the sites from position on. Either found is set, or
// steps tell why not.
func (s *searcher) node(position int, before set) bool {
	s.branches++
	if !s.spend(1) || s.branches > treeLimit {
		return false
	}
	if !slices.ContainsFunc(s.waiting, func(n int64) bool { return n > 0 }) {
		s.found = append(packing{}, s.done...) // not nil, even if nothing waits
		return true
	}
	for position < len(s.sites) && s.instances[position] == 0 {
		position, before = position+1, nil
	}
	if s.short(position, before) {
		return true
	}
	key := s.key(position)
	if greatest, ok := s.refuted[key]; ok && (greatest == nil || before != nil && slices.Compare(before, greatest) <= 0) {
		return true
	}
	if i := s.weights(); i >= 0 {
		s.steps = append(s.steps, i+1)
		return true
	}
	s.steps = append(s.steps, 0)
	sets := s.sets(position, before)
	if !s.spend(int64(len(sets))) {
		return false
	}
	for _, one := range sets {
		s.use(position, one, 1)
		ok := s.node(position, one)
		s.use(position, one, -1)
		if !ok || s.found != nil {
			return ok
		}
	}
	s.refuted[key] = before
	return true
}

func (s *searcher) use(site int, one set, times int64) {
	for k, n := range one {
		s.waiting[k] -= n * times
	}
	s.instances[site] -= times
	if times > 0 {
		s.done = append(s.done, filled{site, one, 1})
	} else {
		s.done = s.done[:len(s.done)-1]
	}
}

// key is the state: what waits, and what instances are left.
func (s *searcher) key(position int) string {
	key := binary.AppendUvarint(nil, uint64(position))
	if position < len(s.sites) {
		key = binary.AppendUvarint(key, uint64(s.instances[position]))
	}
	for _, n := range s.waiting {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return string(key)
}

// short tells whether what is left can't hold what waits of some kind.
func (s *searcher) short(position int, before set) bool {
	for k, waiting := range s.waiting {
		if waiting > 0 && !s.mayHold(k, waiting, position, before) {
			return true
		}
	}
	return false
}

// weights are the number of those in the pool that prove that what waits can't be placed; -1 if none are found.
func (s *searcher) weights() int {
	for i, w := range s.pool {
		if w.prove(s.waiting, s.instances) {
			return i
		}
	}
	if s.relax == nil {
		return -1
	}
	w := s.relaxed()
	if w == nil {
		return -1
	}
	s.pool = append(s.pool, w)
	return len(s.pool) - 1
}

// relaxed solves the relaxation of what is left.
func (s *searcher) relaxed() *weights {
	before := s.relax.spent()
	solved := s.relax.solve(s.waiting, s.instances, 200, 20_000)
	var w *weights
	if solved.proved {
		w = s.relax.round(solved.values, s.waiting, s.instances)
	}
	s.spend((s.relax.spent()-before)/20 + 1)
	return w
}

// mayHold counts how many tasks of a kind the instances that are left can hold. Where no task of an earlier kind may be on an instance, no
// set may hold more of this kind than the set before.
func (s *searcher) mayHold(k int, waiting int64, position int, before set) bool {
	for i := position; i < len(s.sites); i++ {
		fits := s.kinds[k].fits[i]
		if i == position && before != nil && !slices.ContainsFunc(before[:k], func(n int64) bool { return n > 0 }) {
			fits = min(fits, before[k])
		}
		if s.instances[i] > 0 && fits > 0 && (waiting+fits-1)/fits <= s.instances[i] {
			return true
		}
		waiting -= fits * s.instances[i]
	}
	return waiting <= 0
}

// sets are the maximal sets of tasks that an instance can hold, the greatest first, none greater than before.
func (s *searcher) sets(site int, before set) []set {
	e := enumeration{searcher: s, site: site, free: slices.Clone(s.sites[site].room), now: make(set, len(s.kinds)), before: before}
	e.from(0, before != nil)
	return e.all
}

type enumeration struct {
	*searcher
	site        int
	free        []int64
	now, before set
	all         []set
}

func (e *enumeration) from(k int, bounded bool) {
	if e.over() || len(e.all) > treeLimit {
		return
	}
	if k == len(e.kinds) {
		if e.maximal() {
			e.all = append(e.all, slices.Clone(e.now))
			e.spend(1)
		}
		return
	}
	most := e.more(k, e.waiting[k])
	if bounded {
		most = min(most, e.before[k])
	}
	take(e.free, e.kinds[k].needs, most)
	for n := most; ; n-- {
		e.now[k] = n
		e.from(k+1, bounded && n == e.before[k])
		if n == 0 {
			return
		}
		take(e.free, e.kinds[k].needs, -1)
	}
}

// more is how many more tasks of a kind the instance can hold, at most so many.
func (e *enumeration) more(k int, most int64) int64 {
	if e.kinds[k].fits[e.site] == 0 {
		return 0
	}
	return fit(most, e.kinds[k].needs, e.free)
}

func (e *enumeration) maximal() bool {
	for k, n := range e.now {
		if n < e.waiting[k] && e.more(k, 1) > 0 {
			return false
		}
	}
	return true
}
