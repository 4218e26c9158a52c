package place_test

import (
	"context"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// TestClaims reads what certificates say about cases that people really had.
func TestClaims(t *testing.T) {
	service := func(name string, count int64, demand ...int64) certificate.Type {
		return certificate.Type{Name: "service " + name, Group: "service:" + name, Count: count, Demand: demand}
	}
	class := func(name string, count int64, capacity ...int64) certificate.Class {
		return certificate.Class{Name: name, Count: count, Capacity: capacity, Zone: "us-east-1a"}
	}
	for _, test := range []struct {
		name, want string
		problem    certificate.Problem
	}{
		{"three services on one port", "1 task can't be placed: service a, service b, service c need port 80 for 3 tasks, and 2 instances can take one", certificate.Problem{
			Resources: []string{"cpu", "memory", "tcp/80"},
			Types:     []certificate.Type{service("a", 1, 128, 256, 1), service("b", 1, 256, 256, 1), service("c", 1, 128, 512, 1)},
			Classes:   []certificate.Class{class("t3.medium", 2, 2048, 3884, 1)},
		}},
		{"memory of one task", "service a can't be placed: it needs 4096 MiB of memory, and no instance has more than 3884", certificate.Problem{
			Resources: []string{"cpu", "memory"}, Types: []certificate.Type{service("a", 1, 128, 4096)},
			Classes: []certificate.Class{class("t3.medium", 2, 2048, 3884), class("t3.small", 2, 2048, 1831)},
		}},
		{"distinctInstance", "1 task can't be placed: 2 tasks of service:a need as many instances, and 1 can take one (distinctInstance)", certificate.Problem{
			Resources: []string{"cpu", "distinct/service:a"}, Types: []certificate.Type{service("a", 2, 128, 1)},
			Classes: []certificate.Class{class("t3.medium", 1, 2048, 1)},
		}},
		{"volume", "2 tasks can't be placed: service a, service b need 9728 MiB of memory together, and the instances can give them 7768", certificate.Problem{
			Resources: []string{"cpu", "memory"}, Types: []certificate.Type{service("a", 9, 1, 512), service("b", 5, 2, 1024)},
			Classes: []certificate.Class{class("t3.medium", 2, 2048, 3884)},
		}},
		{"two of 512 on 983", "1 task can't be placed: service a wants 2, and the instances can hold 1", certificate.Problem{
			Resources: []string{"cpu", "memory"}, Types: []certificate.Type{service("a", 2, 0, 512)}, Classes: []certificate.Class{class("t2.micro", 1, 1024, 983)},
		}},
		{"none", "service a can't be placed: there are no instances", certificate.Problem{Resources: []string{"cpu"}, Types: []certificate.Type{service("a", 1, 1)}}},
	} {
		r := place.Decide(context.Background(), &test.problem, place.Budget{}, nil)
		if len(r.Proofs) != 1 || r.Reason != place.Impossible {
			t.Fatalf("%s: %+v", test.name, r)
		}
		if err := r.Proofs[0].Check(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := r.Proofs[0].Claim(); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestStuckDeployments is of deadlocks that people really had.
func TestStuckDeployments(t *testing.T) {
	for _, test := range []struct {
		name                   string
		desired, instances     int64
		minimum, maximum, want int64
		claim                  string
	}{
		{"port 8080, 3 tasks on 3 instances", 3, 3, 100, 200, 0, "the deployment of service a may stop at 0 new and 3 old tasks: none may be stopped (3 healthy, at least 3 required), and no instance can take a new one: on c5.large it needs port 8080, which is taken"},
		{"one task, 100 to 150", 1, 2, 100, 150, 0, "the deployment of service a may stop at 0 new and 1 old task: none may be stopped (1 healthy, at least 1 required), and none may be started (1 of at most 1 exist)"},
		{"4 tasks, at least 50%", 4, 4, 50, 100, 1, ""},
		{"a spare instance", 3, 4, 100, 200, 1, ""},
	} {
		p := &certificate.Problem{
			Resources: []string{"cpu", "tcp/8080"},
			Types:     []certificate.Type{{Name: "service a", Group: "service:a", Count: test.desired, Demand: []int64{256, 1}}, {Name: "service a, new", Group: "service:a", Demand: []int64{256, 1}}},
			Classes:   []certificate.Class{{Name: "c5.large", Count: test.instances, Capacity: []int64{2048, 1}}},
		}
		r := place.Deploy(context.Background(), &place.Deployment{Problem: p, New: 1, MinimumHealthyPercent: test.minimum, MaximumPercent: test.maximum}, place.Budget{}, nil)
		want := map[int64]place.RolloutVerdict{0: place.Stuck, 1: place.AlwaysFinishes}[test.want]
		if r.Verdict != want || len(r.Proofs) == 0 {
			t.Errorf("%s: %s (%s), want %s", test.name, r.Verdict, r.Why, want)
			continue
		}
		if err := r.Proofs[0].Check(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := r.Proofs[0].Claim(); test.claim != "" && got != test.claim {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.claim)
		}
	}
}
