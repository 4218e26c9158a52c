package place

import (
	"context"
	"fmt"
	"math/rand"

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
