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
		got := place.Deploy(context.Background(), d, place.Budget{}, nil)
		verdicts[string(got.Verdict)+": "+got.Why]++
		of := placetest.BruteRollout(d.Problem, d.Old, d.New, got.Window.Lower-d.Staying, got.Window.Upper-d.Staying, seed%2 == 0)
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

// TestMutatedRollouts changes numbers of rollouts, and compares what is still accepted with the truth.
func TestMutatedRollouts(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	accepted := map[certificate.Kind]int{}
	for left := many(t, 2000); left > 0; {
		d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
		d.Problem, d.Old, d.New = placetest.Revisions(random)
		d.Staying = max(random.Int63n(8)-5, 0)
		for _, c := range place.Deploy(context.Background(), d, place.Budget{}, nil).Proofs {
			for range 10 {
				m := mutate(random, c)
				if m == nil {
					continue
				}
				left--
				if m.Check() != nil || !tiny(m.Problem) || m.Rollout != nil && m.Rollout.Given {
					continue
				}
				accepted[m.Kind]++
				u := updateOf(m)
				w := place.RollingWindow(m.Problem.Types[u.Old].Count+u.Staying, u.MinimumHealthyPercent, u.MaximumPercent)
				of := placetest.BruteRollout(m.Problem, u.Old, u.New, w.Lower-u.Staying, w.Upper-u.Staying, false)
				if m.Kind == certificate.KindStuck && !of.Sticks || m.Kind == certificate.KindRollout && !of.Finishes || m.Kind == certificate.KindFinishes && of.Sticks {
					t.Fatalf("accepted: %s, of which the truth is %+v\n%s", m.Claim(), of, asJSON(m))
				}
			}
		}
	}
	t.Log("accepted, and true:", accepted)
}

func updateOf(c *certificate.Certificate) certificate.Update {
	if c.Kind == certificate.KindFinishes {
		return c.Finishes.Update
	}
	return c.Rollout.Update
}

// TestDeployFromRunning begins with what runs: the verdict is among those of all beginnings, and its certificates are sound.
func TestDeployFromRunning(t *testing.T) {
	verdicts := map[place.RolloutVerdict]int{}
	for seed := range many(t, 1000) {
		random := rand.New(rand.NewSource(int64(seed)))
		d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
		d.Problem, d.Old, d.New = placetest.Revisions(random)
		assignment, _ := place.Search(d.Problem)
		if assignment == nil {
			continue
		}
		d.Running = assignment.Assignment
		got := place.Deploy(context.Background(), d, place.Budget{}, nil)
		verdicts[got.Verdict]++
		if got.Verdict == place.Undecided {
			t.Fatalf("seed %d: %s\n%s", seed, got.Why, asJSON(d))
		}
		for _, c := range got.Proofs {
			if err := c.Check(); err != nil {
				t.Fatalf("seed %d: certificate %s: %v\n%s", seed, c.Kind, err, asJSON(c))
			}
		}
	}
	t.Log(verdicts)
}
