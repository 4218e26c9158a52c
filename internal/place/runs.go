package place

import "slices"

// strandKinds is how many kinds are looked at, each by itself.
const strandKinds = 300

// strandings look for a run that leaves a task without a place, each way with a part of the budget.
func (d *decision) strandings() {
	kinds := d.tightest(d.budget)
	kinds = kinds[:min(len(kinds), strandKinds)]
	d.part((d.limit-d.used)/2, func() { d.climb(kinds, 40) })
	d.part((d.limit-d.used)/4, func() { d.randomRuns(50) })
	d.part((d.limit-d.used)/3, func() { d.strand(kinds, 20) })
	d.part((d.limit-d.used)/3, func() { d.climb(kinds, 200) })
	d.part((d.limit-d.used)/2, func() { d.endings(100) })
}

// likelyRuns are runs as they are likely, and some that are made to succeed or fail.
func (d *decision) likelyRuns() {
	large := d.bySize(func() float64 { return 1 })
	given := slices.Sorted(slices.Values(large))
	small := slices.Clone(large)
	slices.Reverse(small)
	for _, p := range []policy{
		{order: given, rank: loose, turns: true}, {order: large, rank: tight}, {order: large, rank: loose}, {order: small, rank: loose},
	} {
		if d.try(p); d.complete != nil && d.stuck != nil || d.over() {
			return
		}
	}
}

// try makes one run.
func (d *decision) try(p policy) {
	f := d.begin()
	if f.finish(p, d.budget) {
		d.note(f)
	}
}

// note keeps a run that has ended, if it tells more than those before it.
func (d *decision) note(f *fleet) {
	var left int64
	for _, n := range f.idle() {
		left += n
	}
	switch {
	case left == 0 && d.complete == nil:
		d.complete = f.run()
	case left > 0 && (d.stuck == nil || d.complete == nil && sum(d.stuck.Run.Waiting) > left):
		d.stuck = f.run()
	}
}

func sum(list []int64) (total int64) {
	for _, n := range list {
		total += n
	}
	return total
}

// randomRuns are until there is one of each sort: large tasks first to place all, small ones first to strand some.
func (d *decision) randomRuns(times int) {
	chance := anyOf(d.random)
	for i := range times {
		if d.complete != nil && d.stuck != nil || d.over() {
			return
		}
		order := d.bySize(func() float64 { return 0.3 + d.random.Float64() })
		if d.complete != nil || i%4 == 3 {
			slices.Reverse(order)
		}
		if i%5 == 4 {
			d.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		d.try(policy{order: order, turns: i%3 == 2, rank: []func(*fleet, int, *content) float64{chance, tight, loose}[i%7%3]})
	}
}

// allRuns tells whether it went through all runs, or found one of each sort.
func (d *decision) allRuns() bool {
	return d.explore(d.begin())
}

// explore goes through all runs from a state on.
func (d *decision) explore(f *fleet) bool {
	e := &explorer{fleet: f, budget: d.budget, seen: map[string]bool{}, complete: d.complete, stuck: d.stuck, static: true}
	for t := range d.count {
		e.static = e.static && !d.Dynamic(t)
	}
	done := e.explore()
	d.complete, d.stuck = e.complete, e.stuck
	return done
}

// endings goes through all ends of runs that begin at random.
func (d *decision) endings(times int) {
	for i := range times {
		if d.stuck != nil || d.over() {
			return
		}
		order := d.bySize(func() float64 { return d.random.Float64() })
		if i%2 == 0 {
			slices.Reverse(order)
		}
		f := d.begin()
		rank := []func(*fleet, int, *content) float64{anyOf(d.random), loose, tight}[i%3]
		if f.finish(policy{order: order, turns: i%4 == 3, rank: rank, leave: int64(6 + i%9)}, d.budget) {
			d.part((d.limit-d.used)/40, func() { d.explore(f) })
		}
	}
}

// guidedRuns try to find a run that ends with the assignment.
func (d *decision) guidedRuns() {
	if !d.fits {
		return
	}
	for range 20 {
		if d.complete != nil || d.over() {
			return
		}
		f := d.begin()
		if f.guide(d.assigned, d.random, d.budget) && sum(f.idle()) == 0 {
			d.note(f)
		}
	}
}
