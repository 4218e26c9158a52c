package certificate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
)

// FuzzCheck reads any bytes: what can be read is checked and told without a panic.
func FuzzCheck(f *testing.F) {
	problem := func(count, capacity int) string {
		return fmt.Sprintf(`"problem":{"resources":["cpu"],"types":[{"name":"a","group":"a","count":%d,"demand":[1]},{"name":"b","group":"a","count":0,"demand":[1]}],"classes":[{"name":"c","count":1,"capacity":[%d]}]}`, count, capacity)
	}
	for _, seed := range []string{
		`{"version":1,"kind":"run",` + problem(1, 2) + `,"run":{"steps":[[0,0,0]],"waiting":[0,0]}}`,
		`{"version":1,"kind":"assignment",` + problem(2, 2) + `,"assignment":[{"class":0,"instances":1,"tasks":[{"type":0,"count":2}]}]}`,
		`{"version":1,"kind":"weights",` + problem(3, 2) + `,"weights":{"types":[1,0],"classes":[2]}}`,
		`{"version":1,"kind":"tree",` + problem(3, 2) + `,"tree":{"weights":[{"types":[1,0],"classes":[2]}],"steps":[0,1]}}`,
		`{"version":1,"kind":"slack",` + problem(2, 2) + `,"slack":[{"type":0,"types":[1,0],"classes":[2]}]}`,
		`{"version":1,"kind":"stuck",` + problem(1, 1) + `,"rollout":{"old":0,"new":1,"minimumHealthyPercent":100,"maximumPercent":200,"steps":[[0,0,0]],"moves":[]}}`,
		`{"version":1,"kind":"rollout",` + problem(1, 2) + `,"rollout":{"old":0,"new":1,"minimumHealthyPercent":100,"maximumPercent":200,"steps":[[0,0,0]],"moves":[[1,0,0],[0,0,0]]}}`,
		`{"version":1,"kind":"finishes",` + problem(1, 2) + `,"finishes":{"old":0,"new":1,"minimumHealthyPercent":100,"maximumPercent":200,"slack":{"type":1,"types":[1,1],"classes":[2]}}}`,
		`{"version":1,"kind":"endless",` + problem(1, 1) + `,"endless":{"old":0,"new":1,"minimumHealthyPercent":100,"maximumPercent":200,"weights":{"types":[1,1],"classes":[1]}}}`,
		`{"version":1,"kind":"single",` + problem(1, 0) + `,"single":{"type":0}}`, `{`, ``,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := certificate.Decode(data)
		if err == nil && c.Within(1_000_000) == nil && c.Claim() == "" {
			t.Error("it claims nothing")
		}
	})
}

// TestDaemonsFirst refuses a run in which a task takes the place of a daemon.
func TestDaemonsFirst(t *testing.T) {
	c := &certificate.Certificate{Version: certificate.Version, Kind: certificate.KindRun, Problem: &certificate.Problem{
		Resources: []string{"cpu"},
		Types: []certificate.Type{
			{Name: "service a", Group: "service:a", Count: 1, Demand: []int64{1}},
			{Name: "daemon b", Group: "service:b", Daemon: true, Demand: []int64{1}},
		},
		Classes: []certificate.Class{{Name: "c", Count: 1, Capacity: []int64{1}}},
	}}
	for _, test := range []struct {
		first, waiting int64
		want           string
	}{
		{first: 1, waiting: 0},
		{first: 0, waiting: 1, want: "step 1: a daemon would be placed first"},
	} {
		c.Run = &certificate.Run{Steps: []certificate.Step{{test.first, 0, 0}}, Waiting: []int64{1 - test.waiting, test.waiting}}
		if err := c.Check(); fmt.Sprint(err) != test.want && (err != nil || test.want != "") {
			t.Errorf("%d first: %v, want %q", test.first, err, test.want)
		}
	}
}

// TestHostile checks certificates that are made to take long.
func TestHostile(t *testing.T) {
	for name, hostile := range hostile() {
		if err := hostile.Within(10_000_000); err == nil || !strings.Contains(err.Error(), "too many steps") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// hostile certificates have few characters, or many small parts.
func hostile() map[string]*certificate.Certificate {
	types := func(n int, count int64, demand func(i int) []int64) (all []certificate.Type) {
		for i := range n {
			all = append(all, certificate.Type{Name: fmt.Sprint(i), Group: fmt.Sprint(i), Count: count, Demand: demand(i)})
		}
		return all
	}
	odd := func(i int) []int64 { return []int64{1000 + int64(i*i)%97, 1000 + int64(i*i*i)%89} }
	made := func(kind certificate.Kind, capacity, instances int64, types []certificate.Type) *certificate.Certificate {
		return &certificate.Certificate{Version: certificate.Version, Kind: kind, Problem: &certificate.Problem{
			Resources: []string{"cpu", "memory"}, Types: types,
			Classes: []certificate.Class{{Name: "c", Count: instances, Capacity: []int64{capacity, capacity}}},
		}}
	}

	var both []int64
	for i := range 60 {
		both = append(both, odd(i)[0]+odd(i)[1])
	}
	knapsack := made(certificate.KindWeights, 40_123, 1, types(60, 3, odd))
	knapsack.Weights = &certificate.Weights{Types: both, Classes: []int64{80_240}}

	cover := made(certificate.KindSlack, 40_123, 10, types(60, 3, odd))
	cover.Slack = certificate.Slacks{{Type: 0, Types: both, Classes: []int64{76_600}}}

	forest := made(certificate.KindTree, 40_123, 9, types(30, 12, odd))
	forest.Tree = &certificate.Tree{Steps: make([]int, 1_000_000)}

	weights := made(certificate.KindTree, 40_123, 1, types(60, 3, odd))
	weights.Tree = &certificate.Tree{}
	for range 100_000 {
		weights.Tree.Weights = append(weights.Tree.Weights, certificate.Weights{Types: both, Classes: []int64{80_246}})
	}

	fleet := made(certificate.KindRun, 1, 1<<50, nil)
	fleet.Run = &certificate.Run{}

	run := made(certificate.KindRun, 1<<30, 1000, types(1, 100_000, func(int) []int64 { return []int64{1, 1} }))
	run.Problem.Types[0].Strategy = []certificate.Strategy{{Type: "random"}}
	run.Run = &certificate.Run{Waiting: []int64{0}, Steps: make([]certificate.Step, 100_000)}

	pattern := made(certificate.KindRun, 1<<30, 1000, types(1, 1000, func(int) []int64 { return []int64{1, 1} }))
	pattern.Problem.Types[0].MemberOf = []certificate.Expression{{Text: "not(task:group =~ '" + strings.Repeat("(a|aa)*", 50) + "b')", Dynamic: true, Holds: []bool{true}}}
	pattern.Run = &certificate.Run{Waiting: []int64{0}}
	for i := range int64(1000) {
		pattern.Run.Steps = append(pattern.Run.Steps, certificate.Step{0, 0, i})
	}

	square := made(certificate.KindSingle, 1, 1, types(1000, 1, func(int) []int64 { return []int64{2, 2} }))
	square.Problem.Classes = nil
	for i := range 1000 {
		square.Problem.Classes = append(square.Problem.Classes, certificate.Class{Name: fmt.Sprint(i), Count: 1, Capacity: []int64{1, 1}})
	}
	square.Single = &certificate.Single{}

	return map[string]*certificate.Certificate{
		"a search for the most that an instance holds": knapsack, "a search for the least that fills one": cover,
		"a tree of many states": forest, "many weights": weights, "many instances": fleet, "many steps": run, "patterns": pattern,
		"many types and classes": square,
	}
}
