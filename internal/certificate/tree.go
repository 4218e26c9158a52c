package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// treeLimit is how many steps the check of a tree may take.
const treeLimit = 50_000_000

func (t *Tree) check(s *shape) error {
	if !isOrder(t.Types, len(s.problem.Types)) || !isOrder(t.Classes, len(s.problem.Classes)) {
		return errors.New("an order doesn't name each once")
	}
	for i := range t.Weights {
		w := &t.Weights[i]
		if err := checkLengths(s.problem, w.Types, w.Classes); err != nil {
			return err
		}
		if err := w.checkClasses(s); err != nil {
			return fmt.Errorf("weights %d: %w", i, err)
		}
	}
	w := walk{shape: s, tree: t, left: treeLimit, instances: make([]int64, len(s.problem.Classes)), shown: map[int]*state{}}
	t.Root.references(w.shown)
	for i, c := range s.problem.Classes {
		w.instances[i] = c.Count
	}
	w.group(t.Types)
	return w.node(&t.Root, 0, nil)
}

func isOrder(order []int, n int) bool {
	sorted := slices.Sorted(slices.Values(order))
	for i, k := range sorted {
		if i != k {
			return false
		}
	}
	return len(sorted) == n
}

// walk goes through a tree.
type walk struct {
	*shape
	tree      *Tree
	groups    [][]int        // types that are alike
	waiting   []int64        // tasks of each group that have no place yet
	instances []int64        // of each class, those that are not filled yet
	shown     map[int]*state // of the nodes that others refer to; nil until they are checked
	nodes     int
	left      int
}

// state is what a node is about.
type state struct {
	position                   int
	waiting, instances, before []int64
}

// references are the nodes that leaves refer to.
func (n *Node) references(to map[int]*state) {
	if n.Same != nil {
		to[*n.Same] = nil
	}
	for i := range n.Branches {
		n.Branches[i].references(to)
	}
}

func (w *walk) group(order []int) {
	for _, t := range order {
		if w.count[t] == 0 {
			continue
		}
		i := slices.IndexFunc(w.groups, func(g []int) bool {
			return slices.Equal(w.problem.Types[g[0]].Demand, w.problem.Types[t].Demand) && slices.Equal(w.may[g[0]], w.may[t])
		})
		if i < 0 {
			i = len(w.groups)
			w.groups, w.waiting = append(w.groups, nil), append(w.waiting, 0)
		}
		w.groups[i] = append(w.groups[i], t)
		w.waiting[i] += w.count[t]
	}
}

// node checks that what waits can't be placed on what is left of the classes from position on. The last instance that was filled, of
// the same class, holds before.
func (w *walk) node(n *Node, position int, before []int64) error {
	if w.left--; w.left < 0 {
		return errTooLarge
	}
	number := w.nodes
	w.nodes++
	position, before = w.next(position, before)
	switch {
	case n.leaves() > 1 || n.leaves() == 1 && n.Branches != nil:
		return errors.New("a node is more than one")
	case n.Weights != nil:
		return w.weights(*n.Weights)
	case n.Type != nil:
		return w.noRoom(*n.Type, position, before)
	case n.Same != nil:
		return w.same(*n.Same, position, before)
	case !slices.ContainsFunc(w.waiting, func(n int64) bool { return n > 0 }):
		return errors.New("all tasks find room")
	case position == len(w.tree.Classes):
		return errors.New("a branch where no instance is left")
	}
	if err := w.branch(n, position, before); err != nil {
		return err
	}
	if _, ok := w.shown[number]; ok {
		w.shown[number] = &state{position, slices.Clone(w.waiting), slices.Clone(w.instances), before}
	}
	return nil
}

func (n *Node) leaves() int {
	leaves := 0
	for _, l := range []*int{n.Weights, n.Type, n.Same} {
		if l != nil {
			leaves++
		}
	}
	return leaves
}

// same checks a leaf that refers to a node before it, which was about no more tasks, no fewer instances, and no smaller sets.
func (w *walk) same(number, position int, before []int64) error {
	s := w.shown[number]
	if s == nil {
		return errors.New("a leaf refers to a node that isn't shown before it")
	}
	if s.position != position || !slices.Equal(s.waiting, w.waiting) || !slices.Equal(s.instances, w.instances) ||
		s.before != nil && (before == nil || slices.Compare(before, s.before) > 0) {
		return errors.New("a leaf refers to a node about something else")
	}
	return nil
}

func (w *walk) branch(n *Node, position int, before []int64) error {
	class := w.tree.Classes[position]
	e := &enumeration{walk: w, class: class, free: slices.Clone(w.capacity[class]), set: make([]int64, len(w.groups)), before: before}
	w.instances[class]--
	next := 0
	err := e.sets(0, before != nil, func(set []int64) error {
		if next == len(n.Branches) {
			return errors.New("a branch is missing")
		}
		for i, k := range set {
			w.waiting[i] -= k
		}
		err := w.node(&n.Branches[next], position, slices.Clone(set))
		for i, k := range set {
			w.waiting[i] += k
		}
		next++
		return err
	})
	w.instances[class]++
	if err == nil && next < len(n.Branches) {
		err = errors.New("there is a branch too many")
	}
	return err
}

// next skips classes that are full. Where the next class is like the one before, its instances go on in the same order.
func (w *walk) next(position int, before []int64) (int, []int64) {
	for position < len(w.tree.Classes) && w.instances[w.tree.Classes[position]] == 0 {
		position++
		if position == len(w.tree.Classes) || !w.alike(w.tree.Classes[position-1], w.tree.Classes[position]) {
			before = nil
		}
	}
	return position, before
}

// noRoom checks that what is left can't hold what waits of a type. Where no earlier type may be on an instance of the class at hand, no set
// may hold more of this type than the set before.
func (w *walk) noRoom(t, position int, before []int64) error {
	group := slices.IndexFunc(w.groups, func(g []int) bool { return slices.Contains(g, t) })
	if group < 0 {
		return errors.New("a leaf speaks of a type of which nothing waits")
	}
	bounded := before != nil && !slices.ContainsFunc(before[:group], func(n int64) bool { return n > 0 })
	var room sum
	for i := position; i < len(w.tree.Classes); i++ {
		c := w.tree.Classes[i]
		bounded = bounded && (i == position || w.alike(w.tree.Classes[i-1], c))
		if w.instances[c] == 0 || !w.may[t][c] {
			continue
		}
		copies := fits(w.waiting[group], w.problem.Types[t].Demand, w.capacity[c])
		if bounded {
			copies = min(copies, before[group])
		}
		room.add(w.instances[c], copies)
	}
	if room.bad || room.n >= w.waiting[group] {
		return errors.New("a leaf speaks of a type that still finds room")
	}
	return nil
}

// weights checks a leaf. Of types that are alike, each task that waits may be one of those that count least.
func (w *walk) weights(index int) error {
	if index < 0 || index >= len(w.tree.Weights) {
		return errors.New("a leaf speaks of weights that aren't there")
	}
	weights := &w.tree.Weights[index]
	least := slices.Clone(weights.Types)
	waiting := make([]int64, len(least))
	for i, g := range w.groups {
		for _, t := range g {
			least[g[0]] = min(least[g[0]], weights.Types[t])
		}
		waiting[g[0]] = w.waiting[i]
	}
	if !(&Weights{least, weights.Classes}).exceed(waiting, w.instances) {
		return errors.New("the weights of a leaf don't prove it")
	}
	return nil
}

// enumeration is of the maximal sets of tasks that an instance can hold, the greatest first, none greater than before.
type enumeration struct {
	*walk
	class             int
	free, set, before []int64
}

func (e *enumeration) sets(group int, bounded bool, each func([]int64) error) error {
	if e.left--; e.left < 0 {
		return errTooLarge
	}
	if group == len(e.groups) {
		if !e.maximal() {
			return nil
		}
		return each(e.set)
	}
	most, demand := e.room(group), e.problem.Types[e.groups[group][0]].Demand
	if bounded {
		most = min(most, e.before[group])
	}
	take(e.free, demand, most)
	for n := most; ; n-- {
		e.set[group] = n
		if err := e.sets(group+1, bounded && n == e.before[group], each); err != nil {
			return err
		}
		if n == 0 {
			return nil
		}
		take(e.free, demand, -1)
	}
}

// room is how many more tasks of a group the instance can hold.
func (e *enumeration) room(group int) int64 {
	t := e.groups[group][0]
	if !e.may[t][e.class] {
		return 0
	}
	return fits(e.waiting[group], e.problem.Types[t].Demand, e.free)
}

func (e *enumeration) maximal() bool {
	for g, n := range e.set {
		if n < e.waiting[g] && e.room(g) > 0 {
			return false
		}
	}
	return true
}
