package placetest

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Rolled is all there is to know about a tiny deployment.
type Rolled struct{ Begins, Finishes, Sticks bool }

// BruteRollout goes through all interleavings of a rolling update, from where the tasks are given, else from each way in which a run can place all.
// Tasks start, become healthy, stop and are gone one by one; strict counts those that stop as existing.
func BruteRollout(p *certificate.Problem, given []certificate.Step, old, young int, lower, upper int64, strict bool) Rolled {
	b := newBrute(p)
	r := &rolled{brute: b, old: old, young: young, lower: lower, upper: upper, strict: strict, seen: map[string]bool{}, left: p.Types[old].Count}
	b.ended = func(all bool) {
		if all {
			r.truth.Begins = true
			r.roll()
		}
	}
	if given == nil {
		b.run()
		return r.truth
	}
	for _, s := range given {
		i := int(s[2])
		for _, class := range p.Classes[:s[1]] {
			i += int(class.Count)
		}
		b.tasks[i][s[0]]++
	}
	b.ended(true)
	return r.truth
}

type rolled struct {
	*brute
	old, young   int
	lower, upper int64
	strict       bool
	seen         map[string]bool
	truth        Rolled

	left, fresh, pending, stopping int64 // old, new that are healthy, new that aren't, old that stop
}

func (r *rolled) roll() {
	key := fmt.Sprint(r.tasks, r.left, r.fresh, r.pending, r.stopping)
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	desired, exist := r.p.Types[r.old].Count, r.left+r.fresh+r.pending
	if r.strict {
		exist += r.stopping
	}
	moved := false
	try := func(n, to *int64, i, t int, by int64) {
		moved = true
		*n--
		*to++
		if i >= 0 {
			r.tasks[i][t] += by
		}
		r.roll()
		if i >= 0 {
			r.tasks[i][t] -= by
		}
		*to--
		*n++
	}
	var gone int64
	if r.fresh+r.pending < desired && exist < r.upper {
		for _, i := range r.choices(r.young) {
			try(&gone, &r.pending, i, r.young, 1)
		}
	}
	if r.left+r.fresh > r.lower {
		for i := range r.class {
			if r.tasks[i][r.old] > 0 {
				try(&r.left, &r.stopping, i, r.old, -1)
			}
		}
	}
	if r.pending > 0 {
		try(&r.pending, &r.fresh, -1, 0, 0)
	}
	if r.stopping > 0 {
		try(&r.stopping, &gone, -1, 0, 0)
	}
	if !moved {
		done := r.left == 0 && r.fresh == desired
		r.truth.Finishes, r.truth.Sticks = r.truth.Finishes || done, r.truth.Sticks || !done
	}
}
