package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (t *Tree) check(c *checker) error {
	p, err := c.packing()
	if err != nil {
		return err
	}
	w := &walk{packing: p, steps: t.Steps, done: map[string][]int64{}}
	for i := range t.Weights {
		proven, err := p.weigh(&t.Weights[i])
		if err != nil {
			return fmt.Errorf("weights %d: %w", i+1, err)
		}
		w.weights = append(w.weights, proven)
	}
	return w.state(0, nil)
}

// maxDepth bounds the recursion, for each kind of each instance.
const maxDepth = 1_000_000

// walk goes through a tree. Of its packing it changes what waits, and the instances that are not filled yet.
type walk struct {
	*packing
	weights []*weighed
	steps   []int
	depth   int // of the recursion

	// done are the states that were gone through, each with the greatest set that was allowed; nil for any.
	done map[string][]int64
}

// state checks that what waits can't be placed on what is left of the sites from position on. The last instance that was filled, of the
// same site, holds before.
func (w *walk) state(position int, before []int64) error {
	w.spend(2*dear*(len(w.waiting)+len(w.instances)+1) + len(w.waiting)*len(w.instances))
	if w.depth += 1 + len(w.waiting); w.depth > maxDepth {
		panic(errBudget)
	}
	defer func() { w.depth -= 1 + len(w.waiting) }()
	for position < len(w.instances) && w.instances[position] == 0 {
		position, before = position+1, nil
	}
	if w.short(position, before) {
		return nil
	}
	key := fmt.Sprint(w.waiting, w.instances)
	if greatest, ok := w.done[key]; ok && (greatest == nil || before != nil && slices.Compare(before, greatest) <= 0) {
		return nil
	}
	switch {
	case !slices.ContainsFunc(w.waiting, positive):
		return errors.New("all tasks find room")
	case len(w.steps) == 0:
		return errors.New("a step is missing")
	}
	step := w.steps[0]
	w.steps = w.steps[1:]
	switch {
	case step < 0 || step > len(w.weights):
		return errors.New("there are no such weights")
	case step > 0 && w.weights[step-1].prove(w.waiting, w.instances):
		return nil
	case step > 0:
		return errors.New("the weights of a step don't prove it")
	}
	w.instances[position]--
	err := w.fill(position, before)
	w.instances[position]++
	w.done[key] = before
	return err
}

// fill checks the states after each set of tasks that an instance may hold, the greatest first.
func (w *walk) fill(site int, before []int64) error {
	free, set := slices.Clone(w.space[site]), make([]int64, len(w.waiting))
	room := func(kind int) int64 {
		return fits(min(w.waiting[kind], w.most[site][kind]), w.demand[kind], free)
	}
	put := func(kind int, n int64) {
		take(free, w.demand[kind], n)
		set[kind] += n
		w.waiting[kind] -= n
	}
	// from goes through those that begin with what is chosen of the kinds before. While they are bounded they are so far like the set before.
	var from func(kind int, bounded bool) error
	from = func(kind int, bounded bool) error {
		w.spend(8 * len(free))
		if kind == len(set) {
			w.spend(len(set) * len(free))
			for k := range set {
				if room(k) > 0 {
					return nil // another task finds room
				}
			}
			return w.state(site, slices.Clone(set))
		}
		n := room(kind)
		if bounded {
			n = min(n, before[kind])
		}
		for ; n >= 0; n-- {
			put(kind, n)
			err := from(kind+1, bounded && n == before[kind])
			put(kind, -n)
			if err != nil {
				return err
			}
		}
		return nil
	}
	return from(0, before != nil)
}

// short tells whether the instances that are left can't hold what waits of some kind. Where no earlier kind may be on an instance of the site
// at hand, no set may hold more of this kind than the set before.
func (w *walk) short(position int, before []int64) bool {
	bounded := before != nil
	for k, waiting := range w.waiting {
		var room sum
		for s := position; s < len(w.instances); s++ {
			most := min(waiting, w.most[s][k])
			if bounded && s == position {
				most = min(most, before[k])
			}
			room.add(most, w.instances[s])
		}
		if !room.bad && room.n < waiting {
			return true
		}
		bounded = bounded && before[k] == 0
	}
	return false
}
