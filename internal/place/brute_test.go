package place_test

import (
	"context"
	"encoding/json"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
)

// TestDecideIsRight compares verdicts about tiny problems with the truth.
func TestDecideIsRight(t *testing.T) {
	cases := many(t, 3000)
	verdicts := map[string]int{}
	for seed := range cases {
		p := placetest.Random(rand.New(rand.NewSource(int64(seed))))
		r := place.Decide(context.Background(), p, place.Budget{}, nil)
		verdicts[string(r.Verdict)+" "+string(r.Reason)+": "+r.Why]++
		if r.Better != nil {
			verdicts["better: "+string(r.BetterVerdict)]++
		}
		if want := truth(placetest.Brute(p)); want != string(r.Verdict)+" "+string(r.Reason) {
			t.Fatalf("seed %d: %s %s (%s), want %s\n%s", seed, r.Verdict, r.Reason, r.Why, want, asJSON(p))
		}
		checkBetter(t, p, r)
		for _, c := range r.Proofs {
			if err := c.Check(); err != nil {
				t.Fatalf("seed %d: %s %s, certificate %s: %v\n%s", seed, r.Verdict, r.Reason, c.Kind, err, asJSON(c))
			}
		}
	}
	t.Log(cases, "problems:", verdicts)
}

// checkBetter asks brute force about the strategy that is said to be better.
func checkBetter(t *testing.T, p *certificate.Problem, r *place.Result) {
	t.Helper()
	if r.Better == nil {
		return
	}
	q := *p
	q.Types = slices.Clone(p.Types)
	for i := range q.Types {
		if !q.Types[i].Standalone {
			q.Types[i].Strategy = r.Better
		}
	}
	if of := placetest.Brute(&q); !of.Complete || of.Stuck && r.BetterVerdict == place.Always {
		t.Fatalf("%v is said to be better: %s; the truth is %+v\n%s", r.Better, r.BetterVerdict, of, asJSON(p))
	}
}

func truth(of placetest.Truth) string {
	switch {
	case of.Complete && of.Stuck:
		return "depends "
	case of.Complete:
		return "always "
	case of.Assigned:
		return "never unreachable"
	}
	return "never impossible"
}

func asJSON(v any) string {
	text, _ := json.MarshalIndent(v, "", " ")
	return string(text)
}

// many is how many cases a test takes: so many, or ECSLINT_MUTATIONS.
func many(t *testing.T, usual int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("ECSLINT_MUTATIONS")); err == nil {
		return n
	}
	return usual
}
