package place

import (
	"encoding/binary"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// searcher goes through what instances can hold, one after the other: sets of tasks that are maximal, in the order of certificate.Node.
type searcher struct {
	*model
	*budget
	relax *relaxation // nil to do without
	pool  []*weights

	waiting   []int64
	instances []int64
	done      packing
	refuted   map[string]refuted
	branches  int // of the tree so far

	found packing
	tree  bool // a tree is still wanted: it isn't too large yet
}

// refuted is a state from which nothing can be placed, if sets are not greater than before.
type refuted struct {
	before set // nil if any set is allowed
	node   int // where the tree shows it
}

// treeLimit is how many nodes a tree may have.
const treeLimit = 200_000

// search looks for an assignment, or a tree that shows that there is none; nil if the budget doesn't suffice, or the tree would be too large.
func (m *model) search(r *relaxation, pool []*weights, b *budget) (packing, *certificate.Certificate) {
	s := &searcher{model: m, budget: b, relax: r, pool: pool, refuted: map[string]refuted{}}
	s.waiting, s.instances = m.counts()
	var root certificate.Node
	if !s.node(&root, 0, nil) || s.found != nil {
		return s.found, nil
	}
	t := &certificate.Tree{Root: root, Types: m.typeOrder(), Classes: m.classOrder(), Weights: []certificate.Weights{}}
	for _, w := range s.pool {
		t.Weights = append(t.Weights, m.byTypes(w))
	}
	proof := m.certificate(certificate.KindTree)
	proof.Tree = t
	return nil, proof
}

// typeOrder is that of the kinds, those of which no task waits last.
func (m *model) typeOrder() []int {
	var order []int
	for _, k := range m.kinds {
		order = append(order, k.types...)
	}
	for t, n := range m.count {
		if n == 0 {
			order = append(order, t)
		}
	}
	return order
}

func (m *model) classOrder() []int {
	var order []int
	for _, s := range m.sites {
		order = append(order, s.classes...)
	}
	for c, n := range m.instances {
		if n == 0 {
			order = append(order, c)
		}
	}
	return order
}

// node tells whether it is decided whether what waits can be placed on the instances of the sites from position on. Either found is set, or
// n shows why not.
func (s *searcher) node(n *certificate.Node, position int, before set) bool {
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
	if s.leaf(n, position, before) {
		return true
	}
	key := s.key(position)
	if r, ok := s.refuted[key]; ok && (r.before == nil || before != nil && slices.Compare(before, r.before) <= 0) {
		n.Same = &r.node
		return true
	}
	here := s.branches - 1
	n.Branches = []certificate.Node{}
	sets := s.sets(position, before)
	if !s.spend(int64(len(sets))) {
		return false
	}
	for _, one := range sets {
		s.use(position, one, 1)
		n.Branches = append(n.Branches, certificate.Node{})
		ok := s.node(&n.Branches[len(n.Branches)-1], position, one)
		s.use(position, one, -1)
		if !ok || s.found != nil {
			return ok
		}
	}
	s.refuted[key] = refuted{before, here}
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

// leaf tells whether a bound shows that what waits can't be placed.
func (s *searcher) leaf(n *certificate.Node, position int, before set) bool {
	for k, waiting := range s.waiting {
		if waiting > 0 && !s.mayHold(k, waiting, position, before) {
			n.Type = &s.kinds[k].types[0]
			return true
		}
	}
	for i, w := range s.pool {
		if w.prove(s.waiting, s.instances) {
			n.Weights = &i
			return true
		}
	}
	if s.relax == nil {
		return false
	}
	w := s.relaxed()
	if w == nil {
		return false
	}
	s.pool = append(s.pool, w)
	i := len(s.pool) - 1
	n.Weights = &i
	return true
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
