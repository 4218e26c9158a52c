package scenario

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/place"
)

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
