package scenario

import (
	"cmp"
	"context"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// Judgement is the verdict on a question, over all of its scenarios.
type Judgement struct {
	Question *Question
	Verdict  place.Verdict
	Reason   place.Reason
	Why      string // where the verdict depends on what is open: on what; of unproven, what is known

	Results   []*place.Result // of each scenario
	Threshold *Threshold      // nil where memory alone doesn't decide

	// Shown is the scenario whose result explains the verdict best: the worst.
	Shown int
}

// Shows is the scenario that explains the verdict best, with its result.
func (j *Judgement) Shows() (Scenario, *place.Result) {
	return j.Question.Scenarios[j.Shown], j.Results[j.Shown]
}

// Proofs are the certificates of all scenarios.
func (j *Judgement) Proofs() []*certificate.Certificate {
	var all []*certificate.Certificate
	for _, r := range j.Results {
		all = append(all, r.Proofs...)
	}
	if j.Threshold != nil {
		all = append(all, j.Threshold.Below.Proofs...)
		all = append(all, j.Threshold.At.Proofs...)
	}
	return all
}

// Suppose has the proofs tell what the problem supposes beside the files.
func (j *Judgement) Suppose(g *certificate.Given) {
	for _, c := range j.Proofs() {
		c.Given = g
	}
}

// Judge decides all scenarios of a question, and makes one verdict of them. A scenario in which all that is open is in favour of
// the tasks stands for the others where even then there is no room.
//
// The budget is that of all scenarios together: what one doesn't need is left for those after it. Progress may be nil.
func Judge(ctx context.Context, q *Question, b place.Budget, progress place.Progress) *Judgement {
	j := &Judgement{Question: q}
	left := cmp.Or(b.Nodes, place.DefaultNodes)
	for i, s := range q.Scenarios {
		r := j.withLess(s)
		if r == nil {
			r = place.Decide(ctx, s.Problem, place.Budget{Nodes: max(left/int64(len(q.Scenarios)-i), 1)}, progress)
			left -= r.Nodes
		}
		j.Results = append(j.Results, r)
		if severity(r.Verdict) > severity(j.Results[j.Shown].Verdict) {
			j.Shown = i
		}
	}
	j.combine(ctx, b)
	return j
}

// withLess is the result of a scenario in which instances have less than in one that has no room already; nil for another.
func (j *Judgement) withLess(s Scenario) *place.Result {
	for i, r := range j.Results {
		more := j.Question.Scenarios[i].choice
		if more.most && !s.choice.most && slices.Equal(more.picked, s.choice.picked) && r.Reason == place.Impossible {
			return &place.Result{Verdict: place.Never, Reason: place.Impossible, Why: "there is no room with more"}
		}
	}
	return nil
}

// Worse tells whether a judgement is worse news than another: by its verdict, else by how many tasks wait.
func (j *Judgement) Worse(than *Judgement) bool {
	if a, b := severity(j.Verdict), severity(than.Verdict); a != b {
		return a > b
	}
	return j.waiting() > than.waiting()
}

// waiting is how many tasks wait in the scenario that is shown.
func (j *Judgement) waiting() (n int64) {
	if j.Verdict == place.Always {
		return 0
	}
	shown, result := j.Shows()
	for _, w := range shown.Waits(result) {
		n += w.Count
	}
	return n
}

// CanRun tells whether it is known that all tasks can run at once, whichever way turns out what is open; else there is nothing to deploy anew.
func (j *Judgement) CanRun() bool {
	switch j.Verdict {
	case place.Always, place.Depends:
		return true
	case place.Unproven:
		return !j.Question.Partly && !slices.ContainsFunc(j.Results, func(r *place.Result) bool { return r.Complete() == nil })
	}
	return false
}

// severity orders verdicts by how much they tell of what can go wrong.
func severity(v place.Verdict) int {
	return slices.Index([]place.Verdict{place.Always, place.Unproven, place.Depends, place.Never}, v)
}
