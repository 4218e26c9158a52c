package place

import (
	"context"
	"fmt"
	"math/rand"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Decide tells what becomes of the tasks of a problem. Where ctx ends before it is decided the verdict is Unproven, with the best that was
// found. Progress may be nil.
func Decide(ctx context.Context, p *certificate.Problem, b Budget, progress Progress) *Result {
	m, err := newModel(p)
	if err != nil {
		return &Result{Verdict: Unproven, Why: "not a sound problem: " + err.Error()}
	}
	if b.Nodes == 0 {
		b.Nodes = DefaultNodes
	}
	d := newDecision(m, &budget{ctx: ctx, limit: b.Nodes, progress: progress})
	r := d.decide()
	if r.Verdict == Depends || r.Reason == Unreachable {
		d.better(r)
	}
	r.Nodes = d.used
	return r
}

func newDecision(m *model, b *budget) *decision {
	return &decision{model: m, budget: b, strategies: newStrategies(newContents(m)), random: rand.New(rand.NewSource(1))}
}

// decision is a problem on its way to a verdict.
type decision struct {
	*model
	*budget
	strategies *strategies
	random     *rand.Rand
	relax      *relaxation
	pool       []*weights

	complete, stuck *certificate.Certificate // runs
	assigned        packing
	fits            bool // there is an assignment
	all             bool // all runs were gone through
}

// contentLimit is how many contents are kept from one run to the next.
const contentLimit = 30_000

// begin is the state before the first step.
func (d *decision) begin() *fleet {
	if len(d.strategies.known) > contentLimit {
		d.strategies = newStrategies(newContents(d.model))
	}
	return newFleet(d.strategies)
}

// runLimit is how many tasks and instances runs may have: each is a step or a number of its own.
const runLimit = 1_000_000

func (d *decision) decide() *Result {
	if proof := d.single(); proof != nil {
		return d.never(Impossible, "one task", proof)
	}
	d.relax = newRelaxation(d.model)
	if w := d.relax.simpleWeights(); w != nil {
		return d.impossible("weights", w)
	}
	if d.tooManyForRuns() {
		return d.withoutRuns()
	}
	d.likelyRuns()
	if d.complete != nil {
		return d.completable()
	}
	return d.incomplete()
}

// completable decides where a complete run is known: do all runs place all?
func (d *decision) completable() *Result {
	if d.stuck == nil {
		if proof := d.slack(d.budget); proof != nil {
			return &Result{Verdict: Always, Why: "slack", Proofs: []*certificate.Certificate{proof, d.complete}, Waiting: d.complete.Run.Waiting}
		}
		d.strandings()
	}
	if d.stuck == nil && d.allRuns() {
		if d.stuck == nil {
			return &Result{Verdict: Always, Why: "all runs", Proofs: []*certificate.Certificate{d.complete}, Waiting: d.complete.Run.Waiting}
		}
	}
	if d.stuck == nil {
		return &Result{Verdict: Unproven, Why: "the budget ended", Bound: "some runs place all, and none was found that doesn't",
			Proofs: []*certificate.Certificate{d.complete}, Waiting: d.complete.Run.Waiting}
	}
	return &Result{Verdict: Depends, Why: "two runs", Proofs: []*certificate.Certificate{d.complete, d.stuck}, Waiting: d.stuck.Run.Waiting}
}

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

// incomplete decides where no run is known that places all.
func (d *decision) incomplete() *Result {
	d.pack(40)
	d.guidedRuns()
	if d.complete != nil {
		return d.completable()
	}
	if !d.fits {
		if w := d.bound(); w != nil {
			return d.impossible("weights", w)
		}
		d.pack(100)
		d.guidedRuns()
		if d.complete != nil {
			return d.completable()
		}
	}
	d.randomRuns(100)
	if d.complete != nil {
		return d.completable()
	}
	if !d.fits {
		var tree *certificate.Certificate
		d.part((d.limit-d.used)*3/4, func() { d.assigned, tree = d.search(d.relax, d.pool, d.budget) })
		if tree != nil {
			return d.never(Impossible, "all assignments", tree)
		}
		d.fits = d.assigned != nil
		d.guidedRuns()
	}
	gone := d.complete == nil && d.allRuns()
	switch {
	case d.complete != nil:
		return d.completable()
	case gone && d.fits:
		return d.never(Unreachable, "all runs", d.assignment(d.assigned), d.stuck)
	}
	r := &Result{Verdict: Unproven, Why: "the budget ended", Bound: "no run was found that places all"}
	if d.stuck != nil { // else the budget ended in the first run
		r.Proofs, r.Waiting = []*certificate.Certificate{d.stuck}, d.stuck.Run.Waiting
	}
	switch {
	case d.fits:
		r.Bound = "there is room for all, but no run was found that finds it"
		r.Proofs = append(r.Proofs, d.assignment(d.assigned))
	case gone:
		r.Bound = "no run places all, and whether there is room is open"
	}
	return r
}

// strandKinds is how many kinds are looked at, each by itself.
const strandKinds = 300

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

// pack looks for an assignment.
func (d *decision) pack(times int) {
	p := newPacker(d.model, 1)
	waiting, instances := d.counts()
	for i := range times {
		if d.fits || !d.spend(int64(len(d.kinds))) {
			return
		}
		d.assigned, d.fits = p.try(i, waiting, instances)
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

// bound solves the relaxation, and tries what it comes to as an assignment.
func (d *decision) bound() *weights {
	waiting, instances := d.counts()
	before := d.relax.spent()
	s := d.relax.solve(waiting, instances, 2000, 200_000)
	d.spend((d.relax.spent()-before)/20 + 1)
	if s.proved {
		if w := d.relax.round(s.values, waiting, instances); w != nil {
			return w
		}
	}
	p := newPacker(d.model, 2)
	for i := range 100 {
		if d.fits || !d.spend(int64(len(d.kinds))) {
			return nil
		}
		d.assigned, d.fits = p.byParts(i, d.relax, s, waiting, instances)
	}
	for i := range 12 {
		if d.fits || d.over() {
			break
		}
		before := d.relax.spent()
		d.assigned, d.fits = p.dive(i, d.relax, 20_000)
		d.spend((d.relax.spent()-before)/20 + 1)
	}
	return nil
}

func (d *decision) impossible(why string, w *weights) *Result {
	proof := d.certificate(certificate.KindWeights)
	told := d.byTypes(w)
	proof.Weights = &told
	return d.never(Impossible, why, proof)
}

func (d *decision) never(reason Reason, why string, proofs ...*certificate.Certificate) *Result {
	return &Result{Verdict: Never, Reason: reason, Why: why, Proofs: proofs}
}

func (d *decision) tooManyForRuns() bool {
	return sum(d.count)+sum(d.instances) > runLimit
}

// withoutRuns decides where there are too many tasks to place them one by one.
func (d *decision) withoutRuns() *Result {
	if proof := d.slack(d.budget); proof != nil {
		return &Result{Verdict: Always, Why: "slack", Proofs: []*certificate.Certificate{proof}, Waiting: make([]int64, len(d.count))}
	}
	d.pack(40)
	if !d.fits {
		if w := d.bound(); w != nil {
			return d.impossible("weights", w)
		}
	}
	r := &Result{Verdict: Unproven, Why: fmt.Sprintf("more than %d tasks and instances", runLimit)}
	if d.fits {
		r.Bound, r.Proofs = "there is room for all", []*certificate.Certificate{d.assignment(d.assigned)}
	}
	return r
}
