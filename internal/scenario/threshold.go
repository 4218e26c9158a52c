package scenario

import (
	"context"

	"github.com/ecslint/ecslint/internal/place"
)

// Threshold is the memory that instances have to register so that every run places all tasks; with less not every run does.
type Threshold struct {
	Registered map[string]int64 // MiB, by the name of the class
	Below      *place.Result    // with less
	At         *place.Result
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
