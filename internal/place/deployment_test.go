package place_test

import (
	"context"
	"math/rand"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
)

// TestDeployIsRight compares verdicts about tiny deployments with the truth, in both readings of what exists.
func TestDeployIsRight(t *testing.T) {
	verdicts := map[string]int{}
	cases, schema := many(t, 3000), certificateSchema(t)
	for seed := range cases {
		random := rand.New(rand.NewSource(int64(seed)))
		d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
		d.Problem, d.Old, d.New = placetest.Revisions(random)
		d.Staying = max(random.Int63n(8)-3, 0)
		if seed%3 == 0 {
			d.Starts, d.Brief = startsOf(d), seed%2 == 0
		}
		got := place.Deploy(context.Background(), d, place.Budget{}, nil)
		verdicts[string(got.Verdict)+": "+got.Why]++
		of := placetest.BruteRollout(d.Problem, nil, d.Old, d.New, got.Window.Lower-d.Staying, got.Window.Upper-d.Staying, seed%2 == 0)
		if want := rolledTruth(of); want != got.Verdict {
			t.Fatalf("seed %d: %s (%s), want %s\n%s", seed, got.Verdict, got.Why, want, asJSON(d))
		}
		for _, c := range got.Proofs {
			if err := c.Check(); err != nil {
				t.Fatalf("seed %d: certificate %s: %v\n%s", seed, c.Kind, err, asJSON(c))
			}
			if seed < 1000 {
				survives(t, schema, c)
			}
		}
	}
	t.Log(cases, "deployments:", verdicts)
}

// startsOf are found without the new revision, as for all deployments of a fleet.
func startsOf(d *place.Deployment) *place.Starts {
	p, b := *d.Problem, place.Budget{Nodes: 20_000}
	p.Types = p.Types[:d.New]
	starts := &place.Starts{}
	starts.Find(context.Background(), &p, b)
	starts.Fill(context.Background(), &p, b)
	return starts
}

func rolledTruth(of placetest.Rolled) place.RolloutVerdict {
	switch {
	case !of.Begins:
		return place.Undecided
	case of.Finishes && of.Sticks:
		return place.CanFinish
	case of.Finishes:
		return place.AlwaysFinishes
	}
	return place.Stuck
}

// TestDeployFromRunning begins with what runs, and compares verdicts with the truth.
func TestDeployFromRunning(t *testing.T) {
	verdicts := map[place.RolloutVerdict]int{}
	for seed := range many(t, 1000) {
		d := fromRunning(rand.New(rand.NewSource(int64(seed))))
		if d == nil {
			continue
		}
		got := place.Deploy(context.Background(), d, place.Budget{}, nil)
		verdicts[got.Verdict]++
		of := placetest.BruteRollout(d.Problem, steps(d.Running), d.Old, d.New, got.Window.Lower, got.Window.Upper, seed%2 == 0)
		if want := rolledTruth(of); want != got.Verdict {
			t.Fatalf("seed %d: %s (%s), want %s\n%s", seed, got.Verdict, got.Why, want, asJSON(d))
		}
		for _, c := range got.Proofs {
			if err := c.Check(); err != nil {
				t.Fatalf("seed %d: certificate %s: %v\n%s", seed, c.Kind, err, asJSON(c))
			}
		}
	}
	t.Log(verdicts)
}

// fromRunning is a deployment of which it is known where its tasks run; nil where they have no room.
func fromRunning(random *rand.Rand) *place.Deployment {
	d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
	d.Problem, d.Old, d.New = placetest.Revisions(random)
	assignment, _ := place.Search(d.Problem)
	if assignment == nil {
		return nil
	}
	d.Running = assignment.Assignment
	return d
}

// steps place what runs.
func steps(running []certificate.Filled) []certificate.Step {
	all, next := []certificate.Step{}, map[int]int64{}
	for _, f := range running {
		for range f.Instances {
			for _, t := range f.Tasks {
				for range t.Count {
					all = append(all, certificate.Step{int64(t.Type), int64(f.Class), next[f.Class]})
				}
			}
			next[f.Class]++
		}
	}
	return all
}
