package place

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// fleet is the state of a run: instances in equal state are one slot.
type fleet struct {
	*strategies
	slots   []*slot
	at      map[*content]*slot
	waiting []int64     // of each type, tasks to place; of daemons 0
	left    int64       // the sum of waiting
	ready   int64       // instances that a daemon could be placed on
	spread  [][][]int64 // of each field, group and bucket, the tasks
	steps   []move
}

// slot is instances with the same content.
type slot struct {
	*content
	instances int64
	index     int // in slots
}

// move is a task placed.
type move struct {
	typ      int
	from, to *content
}

func newFleet(s *strategies) *fleet {
	f := &fleet{strategies: s, at: map[*content]*slot{}, waiting: slices.Clone(s.count)}
	for _, n := range f.waiting {
		f.left += n
	}
	for i, buckets := range s.buckets {
		counts := make([][]int64, len(s.groups))
		for g := range counts {
			counts[g] = make([]int64, buckets)
			for c, n := range s.instances {
				counts[g][s.fields[i][c]] += n * s.running[c][g]
			}
		}
		f.spread = append(f.spread, counts)
	}
	for c, n := range s.instances {
		if n > 0 {
			f.add(s.fresh(c), n)
		}
	}
	return f
}

// add puts instances into the slot of a content, or takes them out.
func (f *fleet) add(c *content, n int64) {
	s := f.at[c]
	if s == nil {
		s = &slot{content: c, index: len(f.slots)}
		f.at[c] = s
		f.slots = append(f.slots, s)
	}
	s.instances += n
	if f.awaitsDaemon(c) {
		f.ready += n
	}
	if s.instances == 0 {
		last := f.slots[len(f.slots)-1]
		f.slots[s.index], last.index = last, s.index
		f.slots = f.slots[:len(f.slots)-1]
		delete(f.at, c)
	}
}

// tally counts tasks of a type on instances of a class where they are spread.
func (f *fleet) tally(t, class int, n int64) {
	for i, counts := range f.spread {
		counts[f.group[t]][f.fields[i][class]] += n
	}
}

// place places a task on an instance of a content.
func (f *fleet) place(c *content, t int) {
	to := f.with(c, t)
	f.add(c, -1)
	f.add(to, 1)
	f.tally(t, c.class, 1)
	if !f.problem.Types[t].Daemon {
		f.waiting[t]--
		f.left--
	}
	f.steps = append(f.steps, move{t, c, to})
}

// undo takes back the last step.
func (f *fleet) undo() {
	m := f.steps[len(f.steps)-1]
	f.steps = f.steps[:len(f.steps)-1]
	f.add(m.to, -1)
	f.add(m.from, 1)
	f.tally(m.typ, m.from.class, -1)
	if !f.problem.Types[m.typ].Daemon {
		f.waiting[m.typ]++
		f.left++
	}
}

// awaitsDaemon tells whether a daemon could be placed on an instance.
func (cs *contents) awaitsDaemon(c *content) bool {
	if c.daemon == unasked {
		c.daemon = no
		if slices.ContainsFunc(cs.daemons, func(d int) bool { return cs.feasible(c, d) }) {
			c.daemon = yes
		}
	}
	return c.daemon == yes
}

// best are the slots on any of which the next task of a type may be placed: those that its strategy ranks equal best of the feasible.
// They are appended to into.
func (f *fleet) best(t int, into []*slot) []*slot {
	begin := len(into)
	for _, s := range f.slots {
		if !f.feasible(s.content, t) {
			continue
		}
		if len(into) > begin {
			switch order := f.compare(t, s.content, into[begin].content); {
			case order > 0:
				continue
			case order < 0:
				into = into[:begin]
			}
		}
		into = append(into, s)
	}
	return into
}

// work is what a look at all slots takes of the budget.
func (f *fleet) work() int64 { return 1 + int64(len(f.slots))/16 }

// compare is negative if the strategy of a type ranks a better than b.
func (f *fleet) compare(t int, a, b *content) int {
	group := f.group[t]
	for _, c := range f.order[t] {
		var x, y int64
		switch c.kind {
		case overBuckets:
			counts, bucket := f.spread[c.field][group], f.fields[c.field]
			x, y = counts[bucket[a.class]], counts[bucket[b.class]]
		case overInstances:
			x, y = f.of(a, group), f.of(b, group)
		case leastFree:
			x, y = a.free[c.resource], b.free[c.resource]
		}
		if x != y {
			if x < y {
				return -1
			}
			return 1
		}
	}
	return 0
}

// idle is how many tasks wait of each type, of a daemon on how many instances, once nothing more can be placed.
func (f *fleet) idle() []int64 {
	idle := slices.Clone(f.waiting)
	for _, d := range f.daemons {
		for _, s := range f.slots {
			if f.holds(s.content, d) {
				idle[d] += s.instances
			}
		}
	}
	return idle
}

// run is the steps of a run that has ended, as a certificate.
func (f *fleet) run() *certificate.Certificate {
	return f.certify(f.steps, f.idle())
}

// certify numbers the instances of the steps of a run.
func (m *strategies) certify(steps []move, waiting []int64) *certificate.Certificate {
	proof := m.certificate(certificate.KindRun)
	proof.Run = &certificate.Run{Steps: newNumbering(m).steps(steps), Waiting: waiting}
	return proof
}

// numbering tells instances of one content apart: those numbers of a class that have it, the next one last.
type numbering map[*content][]int64

func newNumbering(m *strategies) numbering {
	n := numbering{}
	for c, instances := range m.instances {
		fresh := m.fresh(c)
		for i := instances - 1; i >= 0; i-- {
			n[fresh] = append(n[fresh], i)
		}
	}
	return n
}

// steps are those that were taken, as certificates have them.
func (n numbering) steps(taken []move) []certificate.Step {
	all := []certificate.Step{}
	for _, s := range taken {
		all = append(all, certificate.Step{int64(s.typ), int64(s.from.class), n.move(s.from, s.to)})
	}
	return all
}

// move is the number of the instance whose content changes.
func (n numbering) move(from, to *content) int64 {
	last := len(n[from]) - 1
	i := n[from][last]
	n[from] = n[from][:last]
	n[to] = append(n[to], i)
	return i
}
