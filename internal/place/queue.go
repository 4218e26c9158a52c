package place

import (
	"cmp"
	"container/heap"
	"slices"
)

// queue is the instances that a task of a type can be placed on, the best first: by its strategy, then by the rank of a policy. It follows the
// steps of the run, so that a task doesn't take a look at all instances.
//
// Instances whose classes are in the same buckets are one line: of them the tasks that are spread over buckets tell nothing.
type queue struct {
	fleet *fleet
	typ   int
	rank  func(f *fleet, t int, c *content) float64
	fixed bool // the rank of a content stays as it is
	seen  int  // steps of the run
	lines []*line
	of    []*line // of each class
	at    map[*content]*entry
}

// line is entries in the order of what tells instances of the same buckets apart. The first may be out of date.
type line []*entry

// entry is the instances of a content.
type entry struct {
	*content
	keys []int64 // what each item of the strategy counts, without buckets
	rank float64
	gone bool
}

func newQueue(f *fleet, t int, p policy) *queue {
	q := &queue{fleet: f, typ: t, rank: p.rank, fixed: p.took == nil, seen: len(f.steps), of: make([]*line, len(f.instances)), at: map[*content]*entry{}}
	var buckets [][]int // of each line
	for c := range f.instances {
		var mine []int
		for _, o := range f.order[t] {
			if o.kind == overBuckets {
				mine = append(mine, f.fields[o.field][c])
			}
		}
		i := slices.IndexFunc(buckets, func(other []int) bool { return slices.Equal(mine, other) })
		if i < 0 {
			i = len(buckets)
			buckets, q.lines = append(buckets, mine), append(q.lines, &line{})
		}
		q.of[c] = q.lines[i]
	}
	for _, s := range f.slots {
		q.put(s.content)
	}
	return q
}

// put takes in a content, or ranks it anew.
func (q *queue) put(c *content) {
	before := q.at[c]
	if before != nil && q.fixed || !q.fleet.feasible(c, q.typ) {
		return
	}
	p := &entry{content: c, rank: q.rank(q.fleet, q.typ, c)}
	if before != nil {
		if before.rank == p.rank {
			return
		}
		before.gone, p.keys = true, before.keys
	} else {
		for _, o := range q.fleet.order[q.typ] {
			switch o.kind {
			case overInstances:
				p.keys = append(p.keys, q.fleet.of(c, q.fleet.group[q.typ]))
			case leastFree:
				p.keys = append(p.keys, c.free[o.resource])
			}
		}
	}
	q.at[c] = p
	heap.Push(q.of[c.class], p)
}

// first is the content of an instance that the next task may be placed on; nil if there is none.
func (q *queue) first() *content {
	for ; q.seen < len(q.fleet.steps); q.seen++ {
		step := q.fleet.steps[q.seen]
		q.put(step.to)
		if !q.fixed {
			q.put(step.from)
		}
	}
	var best *entry
	for _, l := range q.lines {
		for l.Len() > 0 && ((*l)[0].gone || q.fleet.at[(*l)[0].content] == nil) {
			if p := heap.Pop(l).(*entry); q.at[p.content] == p {
				delete(q.at, p.content)
			}
		}
		if l.Len() == 0 {
			continue
		}
		p := (*l)[0]
		if best == nil || cmp.Or(q.fleet.compare(q.typ, p.content, best.content), p.compareRank(best)) < 0 {
			best = p
		}
	}
	if best == nil {
		return nil
	}
	return best.content
}

func (p *entry) compareRank(o *entry) int { return cmp.Or(cmp.Compare(p.rank, o.rank), p.id-o.id) }

func (l line) Len() int { return len(l) }
func (l line) Less(i, j int) bool {
	return cmp.Or(slices.Compare(l[i].keys, l[j].keys), l[i].compareRank(l[j])) < 0
}
func (l line) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l *line) Push(p any)   { *l = append(*l, p.(*entry)) }
func (l *line) Pop() any {
	last := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return last
}
