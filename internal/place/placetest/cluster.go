package placetest

import (
	"fmt"
	"math/rand"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Cluster is a cluster as there are many: services with CPU, memory and a network interface each or static ports, on a mix of instances in three
// zones. Fill is how much of the scarcest resource the tasks take, as a part of one.
func Cluster(r *rand.Rand, services int, tasks, instances int64, classes int, fill float64) *certificate.Problem {
	p := &certificate.Problem{Resources: []string{"cpu", "memory", "eni"}}
	sizes := [][]int64{{2048, 3884, 2}, {2048, 7811, 2}, {4096, 15576, 3}, {8192, 31700, 3}, {2048, 15300, 2}, {4096, 7700, 3}, {16384, 63500, 7}, {8192, 15463, 3}}
	for i := range classes {
		n := instances/int64(classes) + int64(r.Intn(2))
		if i == classes-1 {
			n = max(instances-sum(p.Classes), 1)
		}
		p.Classes = append(p.Classes, certificate.Class{
			Name: fmt.Sprint("class ", i), Count: n, Zone: fmt.Sprint("us-east-1", string(rune('a'+i%3))), Closed: true, Attributes: map[string]string{},
			Capacity: append([]int64(nil), sizes[r.Intn(len(sizes))]...),
		})
	}
	for i := range services {
		t := certificate.Type{Name: fmt.Sprint("service s", i), Group: fmt.Sprint("service:s", i), Count: max(1, tasks/int64(services)/2+r.Int63n(tasks/int64(services)+1))}
		t.Demand = []int64{[]int64{128, 256, 512, 1024, 2048}[r.Intn(5)], []int64{256, 512, 1024, 2048, 3500}[r.Intn(5)], int64(r.Intn(2))}
		if r.Intn(4) == 0 {
			t.Strategy = []certificate.Strategy{{Type: "binpack", Field: "memory"}}
		}
		p.Types = append(p.Types, t)
	}
	for i := range p.Types {
		if r.Intn(5) == 0 && p.Types[i].Count < instances/2 {
			addResource(p, "distinct/"+p.Types[i].Group, i)
		}
		if r.Intn(8) == 0 && p.Types[i].Count < instances/4 {
			addResource(p, fmt.Sprint("tcp/", 8000+r.Intn(4)), i)
		}
	}
	scale(p, fill)
	return p
}

func sum(classes []certificate.Class) (n int64) {
	for _, c := range classes {
		n += c.Count
	}
	return n
}

// addResource gives each instance one of it, and lets a type take it.
func addResource(p *certificate.Problem, name string, t int) {
	at := -1
	for i, r := range p.Resources {
		if r == name {
			at = i
		}
	}
	if at < 0 {
		at = len(p.Resources)
		p.Resources = append(p.Resources, name)
		for i := range p.Types {
			p.Types[i].Demand = append(p.Types[i].Demand, 0)
		}
		for i := range p.Classes {
			p.Classes[i].Capacity = append(p.Classes[i].Capacity, 1)
		}
	}
	p.Types[t].Demand[at] = 1
}

// scale changes the counts of types such that they take a part of the scarcest of CPU, memory and interfaces.
func scale(p *certificate.Problem, fill float64) {
	var most float64
	for r := range 3 {
		var need, have float64
		for _, t := range p.Types {
			need += float64(t.Count * t.Demand[r])
		}
		for _, c := range p.Classes {
			have += float64(c.Count * c.Capacity[r])
		}
		most = max(most, need/have)
	}
	for i := range p.Types {
		p.Types[i].Count = max(1, int64(float64(p.Types[i].Count)*fill/most+0.5))
	}
}
