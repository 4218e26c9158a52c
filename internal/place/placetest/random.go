package placetest

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Random is a tiny problem: up to 4 instances and 6 tasks, with ports, distinctInstance, zones, strategies, expressions, daemons and running
// tasks now and then.
func Random(r *rand.Rand) *certificate.Problem {
	p := &certificate.Problem{Resources: []string{"cpu", "memory"}}
	if r.Intn(3) == 0 {
		p.Resources = append(p.Resources, "tcp/80")
	}
	tasks := int64(6)
	for i := range 1 + r.Intn(4) {
		n := min(tasks, int64(r.Intn(4)))
		tasks -= n
		p.Types = append(p.Types, randomType(r, append(p.Types, certificate.Type{})[0], i, n))
	}
	for i := range p.Types {
		if name := "distinct/" + p.Types[i].Group; r.Intn(4) == 0 && !slices.Contains(p.Resources, name) {
			p.Resources = append(p.Resources, name)
		}
	}
	instances := int64(4)
	for i := range 1 + r.Intn(3) {
		n := min(instances, int64(r.Intn(3)))
		instances -= n
		p.Classes = append(p.Classes, randomClass(r, p, i, n))
	}
	for i := range p.Types {
		randomDemand(r, p, &p.Types[i])
	}
	return p
}

func randomType(r *rand.Rand, first certificate.Type, i int, n int64) certificate.Type {
	name := string(rune('a' + i))
	t := certificate.Type{Name: "service " + name, Group: "service:" + name, Count: n, Standalone: r.Intn(4) == 0}
	t.Daemon = r.Intn(8) == 0
	if i > 0 && !t.Daemon && !first.Daemon && r.Intn(10) == 0 {
		t.Group = "service:a"
	}
	for range r.Intn(3) * r.Intn(2) {
		t.Strategy = append(t.Strategy, []certificate.Strategy{
			{Type: "spread", Field: "instanceId"}, {Type: "spread", Field: "attribute:ecs.availability-zone"}, {Type: "spread", Field: "attribute:x"},
			{Type: "binpack", Field: "cpu"}, {Type: "binpack", Field: "memory"}, {Type: "random"},
		}[r.Intn(6)])
	}
	if r.Intn(8) == 0 {
		t.Zones = []string{string(rune('a' + r.Intn(2)))}
	}
	if r.Intn(10) == 0 {
		t.Provider = "p"
	}
	return t
}

func randomClass(r *rand.Rand, p *certificate.Problem, i int, n int64) certificate.Class {
	c := certificate.Class{
		Name: fmt.Sprintf("class %d", i), Count: n, Zone: string(rune('a' + r.Intn(2))), Closed: true, Attributes: map[string]string{},
		Capacity: []int64{1 + r.Int63n(9), 1 + r.Int63n(9)},
	}
	if r.Intn(2) == 0 {
		c.Provider = "p"
	}
	if r.Intn(3) > 0 {
		c.Attributes["x"] = string(rune('1' + r.Intn(2)))
	}
	if r.Intn(5) == 0 {
		c.Running = append(c.Running, certificate.Running{Group: "service:" + string(rune('a'+r.Intn(4))), Count: 1 + r.Int63n(2)})
	}
	for _, name := range p.Resources[2:] {
		free := int64(1)
		if group, ok := strings.CutPrefix(name, "distinct/"); ok && len(c.Running) > 0 && c.Running[0].Group == group {
			free = 0
		}
		c.Capacity = append(c.Capacity, free)
	}
	return c
}

func randomDemand(r *rand.Rand, p *certificate.Problem, t *certificate.Type) {
	for _, name := range p.Resources {
		switch group, distinct := strings.CutPrefix(name, "distinct/"); {
		case distinct && group == t.Group:
			t.Demand = append(t.Demand, 1)
		case distinct, name == "tcp/80" && r.Intn(2) == 0:
			t.Demand = append(t.Demand, 0)
		case name == "tcp/80":
			t.Demand = append(t.Demand, 1)
		default:
			t.Demand = append(t.Demand, r.Int63n(5))
		}
	}
	if r.Intn(4) > 0 {
		return
	}
	e := certificate.Expression{Dynamic: true, Text: []string{
		"not(task:group == service:a)", "task:group == service:b", "not(task:group == service:c)", "runningTasksCount < 2", "attribute:x == 1", "attribute:x == 2",
	}[r.Intn(6)]}
	for _, c := range p.Classes {
		holds := true
		if x, ok := strings.CutPrefix(e.Text, "attribute:x == "); ok {
			e.Dynamic, holds = false, c.Attributes["x"] == x
		}
		e.Holds = append(e.Holds, holds)
	}
	t.MemberOf = append(t.MemberOf, e)
}

// Tight is a tiny problem with little room.
func Tight(r *rand.Rand) *certificate.Problem {
	p := &certificate.Problem{Resources: []string{"cpu", "memory"}}
	for i := range 2 {
		p.Classes = append(p.Classes, certificate.Class{Name: fmt.Sprint("class ", i), Count: 1 + r.Int63n(2), Capacity: []int64{11 + r.Int63n(6), 11 + r.Int63n(6)}})
	}
	for i := range 5 {
		name := string(rune('a' + i))
		p.Types = append(p.Types, certificate.Type{Name: "service " + name, Group: "service:" + name, Count: 1, Demand: []int64{2 + r.Int63n(7), 2 + r.Int63n(7)}, Standalone: true})
	}
	return p
}

// Revisions turns a problem at random into one of a deployment: a service and its new revision, which is like it but for a demand, a port or
// constraints now and then.
func Revisions(r *rand.Rand) (p *certificate.Problem, old, young int) {
	for {
		p = Random(r)
		old = r.Intn(len(p.Types))
		if t := &p.Types[old]; t.Daemon || t.Count == 0 || slices.ContainsFunc(p.Types[:old], func(o certificate.Type) bool { return o.Group == t.Group }) {
			continue
		}
		for i := range p.Classes {
			for k := range p.Classes[i].Capacity[:2] {
				p.Classes[i].Capacity[k] += r.Int63n(4)
			}
		}
		next := p.Types[old]
		next.Name, next.Count, next.Demand = next.Name+", new", 0, slices.Clone(next.Demand)
		switch k := r.Intn(6); {
		case k < 2:
			next.Demand[k] = r.Int63n(5)
		case k == 2 && len(next.Demand) > 2 && p.Resources[2] == "tcp/80":
			next.Demand[2] = 1 - next.Demand[2]
		case k == 3:
			next.MemberOf = nil
		}
		p.Types = append(p.Types, next)
		return p, old, len(p.Types) - 1
	}
}
