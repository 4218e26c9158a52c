package scenario

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

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

// Threshold is the memory that instances have to register so that every run places all tasks; with less not every run does.
type Threshold struct {
	Registered map[string]int64 // MiB, by the name of the class
	Below      *place.Result    // with less
	At         *place.Result
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

func (j *Judgement) combine(ctx context.Context, b place.Budget) {
	first := j.Results[0]
	some := func(v place.Verdict) bool {
		return slices.ContainsFunc(j.Results, func(r *place.Result) bool { return r.Verdict == v })
	}
	switch {
	case j.Question.Partly:
		j.Verdict, j.Why = place.Unproven, fmt.Sprintf("only %d of the ways in which what is open may turn out were looked at", len(j.Results))
	case j.sameVerdict(place.Never):
		j.Verdict, j.Reason = place.Never, first.Reason
		if slices.ContainsFunc(j.Results, func(r *place.Result) bool { return r.Reason != place.Impossible }) {
			j.Reason = place.Unreachable
		}
	case some(place.Unproven):
		j.Verdict = place.Unproven
		j.Why = j.undecided()
	case j.sameVerdict(place.Always):
		j.Verdict = place.Always
	default:
		j.mixed(ctx, b)
	}
}

// undecided says what is known of a scenario that could not be decided.
func (j *Judgement) undecided() string {
	for i, r := range j.Results {
		if r.Verdict != place.Unproven {
			continue
		}
		parts := []string{r.Why, r.Bound, j.Question.Scenarios[i].Label}
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
	}
	return ""
}

// mixed makes one verdict where the scenarios have different ones: over the ways to divide tasks it depends, as over what ECS chooses;
// over memory there may be a threshold; over what isn't known nothing is proven.
func (j *Judgement) mixed(ctx context.Context, b place.Budget) {
	switch {
	case j.sameVerdict(place.Depends):
		j.Verdict = place.Depends
	case j.onlyOver(bySplit):
		j.Verdict = place.Depends
		j.Why = "how capacity providers divide the tasks: rounding isn't documented"
	case j.onlyOver(bySide) && j.Question.build != nil && !j.Question.build.othersDiffer():
		j.threshold(ctx, b)
	default:
		j.Verdict = place.Unproven
		best := j.best()
		j.Why = fmt.Sprintf("%s where %s; %s where %s", j.Results[best].Verdict, j.label(best), j.Results[j.Shown].Verdict, j.label(j.Shown))
	}
}

// best is the scenario whose verdict is the best.
func (j *Judgement) best() int {
	best := 0
	for i, r := range j.Results {
		if severity(r.Verdict) < severity(j.Results[best].Verdict) {
			best = i
		}
	}
	return best
}

// label says what makes a scenario, without what instances register where other things make it too.
func (j *Judgement) label(i int) string {
	return cmp.Or(j.Question.Scenarios[i].open, j.Question.Scenarios[i].Label)
}

func (j *Judgement) sameVerdict(v place.Verdict) bool {
	return !slices.ContainsFunc(j.Results, func(r *place.Result) bool { return r.Verdict != v })
}

// onlyOver reports that scenarios which differ in nothing but one kind are all that have different verdicts.
func (j *Judgement) onlyOver(k kind) bool {
	verdicts := map[string]place.Verdict{}
	for i, s := range j.Question.Scenarios {
		key := j.Question.without(k, s.choice)
		before, seen := verdicts[key]
		verdicts[key] = j.Results[i].Verdict
		if seen && before != j.Results[i].Verdict {
			verdicts[key] = "mixed"
		}
	}
	// All groups have to be told apart by nothing else: each holds the same set of verdicts.
	for _, v := range verdicts {
		for _, other := range verdicts {
			if v != other {
				return false
			}
		}
	}
	return true
}

// without is a choice but for one kind.
func (q *Question) without(k kind, c choice) string {
	var parts []string
	if k != bySide {
		parts = append(parts, fmt.Sprint(c.memory, c.most))
	}
	for i, option := range c.picked {
		if q.build == nil || q.build.dimensions[i].kindOf(option) != k {
			parts = append(parts, fmt.Sprint(i, option))
		}
	}
	return strings.Join(parts, " ")
}

func (d dimension) kindOf(option int) kind {
	if d.kind == bySplit {
		return bySplit
	}
	return d.ways[option].kind
}

// threshold finds by bisection the least memory with which all are always placed. Between the two ends it takes for granted that
// more memory is no worse: what it says it has looked at is what holds at the threshold and 1 MiB below.
func (j *Judgement) threshold(ctx context.Context, b place.Budget) {
	build := j.Question.build
	at := func(memory int64) *place.Result {
		c := j.Question.Scenarios[0].choice
		c.memory, c.most = memory, false
		return place.Decide(ctx, build.scenario(c).Problem, b, nil)
	}
	low, high := int64(0), build.steps
	below, above := at(low), at(high)
	if above.Verdict != place.Always || below.Verdict == place.Always {
		j.Verdict, j.Why = place.Depends, "the memory that instances register, which differs between AMIs"
		return
	}
	for high-low > 1 {
		middle := low + (high-low)/2
		if r := at(middle); r.Verdict == place.Always {
			high, above = middle, r
		} else {
			low, below = middle, r
		}
	}
	j.Verdict, j.Why = place.Depends, "the memory that instances register, which differs between AMIs"
	j.Threshold = &Threshold{Registered: build.registered(choice{memory: high}), Below: below, At: above}
}
