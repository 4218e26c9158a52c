package place_test

import (
	"context"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// TestSpreadWithoutTheAttribute: instances without the attribute are alike, whatever their zone, and not as those with an empty value. A
// task of web runs on the first instance; where the next has to go to another one, the room that db needs there is left.
func TestSpreadWithoutTheAttribute(t *testing.T) {
	for _, test := range []struct {
		name       string
		attributes map[string]string // of the first instance
		want       place.Verdict
	}{
		{"an empty value", map[string]string{"stack": ""}, place.Always},
		{"no value", nil, place.Depends},
	} {
		p := &certificate.Problem{
			Resources: []string{"memory"},
			Types: []certificate.Type{
				{Name: "service web", Group: "service:web", Count: 1, Demand: []int64{1}, Strategy: []certificate.Strategy{{Type: "spread", Field: "attribute:stack"}}},
				{Name: "service db", Group: "service:db", Count: 1, Demand: []int64{1}, Provider: "first"},
			},
			Classes: []certificate.Class{
				{Name: "first", Count: 1, Capacity: []int64{1}, Zone: "a", Provider: "first", Attributes: test.attributes, Running: []certificate.Running{{Group: "service:web", Count: 1}}},
				{Name: "second", Count: 1, Capacity: []int64{1}, Zone: "b"},
			},
		}
		r := place.Decide(context.Background(), p, place.Budget{}, nil)
		if r.Verdict != test.want {
			t.Errorf("%s: %s: %s", test.name, r.Verdict, r.Why)
		}
		for _, proof := range r.Proofs {
			if err := proof.Check(); err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
		}
		beside := &certificate.Certificate{
			Version: certificate.Version, Kind: certificate.KindRun, Problem: p,
			Run: &certificate.Run{Steps: []certificate.Step{{0, 0, 0}}, Waiting: []int64{0, 1}},
		}
		if accepted := beside.Check() == nil; accepted != (test.want == place.Depends) {
			t.Errorf("%s: a second task of web on the first instance: accepted %v", test.name, accepted)
		}
	}
}
