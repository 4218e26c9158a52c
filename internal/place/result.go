package place

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Verdict is what becomes of a placement problem.
type Verdict string

const (
	Always   Verdict = "always"   // every run places all
	Depends  Verdict = "depends"  // some runs place all, some don't
	Never    Verdict = "never"    // no run places all: Reason says why
	Unproven Verdict = "unproven" // the budget ended, or the problem isn't sound
)

// Reason is why no run places all.
type Reason string

const (
	Impossible  Reason = "impossible"  // there is no room for all, however they are placed
	Unreachable Reason = "unreachable" // there is room, but no run of ECS finds it
)

// Budget limits a decision. It is a count, not a time, so that the same problem gets the same answer on every machine.
type Budget struct {
	Nodes int64 // states looked at; 0 for DefaultNodes
}

// DefaultNodes is about two seconds' work.
const DefaultNodes = 4_000_000

// Progress is told now and then how far a decision is.
type Progress func(nodes int64, bound string)

// Result is a verdict and what proves it.
type Result struct {
	Verdict Verdict
	Reason  Reason
	Why     string // how it was decided, a short phrase: "slack", "weights", "all runs"; of a problem that isn't sound, what is wrong

	// Proofs are, by verdict: always: what proves it, where that can be checked, and a complete run; depends: a complete run and one that
	// ends with tasks waiting; impossible: one; unreachable: an assignment and a run; unproven: the best run, and an assignment if one is
	// known.
	Proofs []*certificate.Certificate

	Bound   string  // unproven: what is known
	Waiting []int64 // for each type, what waits at the end of the worst run shown

	// Better is a strategy for all services with which all are placed: by every run if BetterVerdict is Always, by some if it is
	// Depends. Nil if none was found. Only of unreachable and depends.
	Better        []certificate.Strategy
	BetterVerdict Verdict

	Nodes int64 // what was used of the budget
}

// Complete is a run that places all; nil where none is shown.
func (r *Result) Complete() *certificate.Certificate {
	i := slices.IndexFunc(r.Proofs, func(c *certificate.Certificate) bool {
		return c.Kind == certificate.KindRun && !slices.ContainsFunc(c.Run.Waiting, func(n int64) bool { return n > 0 })
	})
	if i < 0 {
		return nil
	}
	return r.Proofs[i]
}
