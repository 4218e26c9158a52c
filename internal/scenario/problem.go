package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/query"
)

// InScenario begins the assumption that makes a scenario what it is.
const InScenario = "In this scenario "

// scenario is the problem of a choice.
func (b *builder) scenario(c choice) Scenario {
	s := Scenario{choice: c, starts: &place.Starts{}, Problem: &certificate.Problem{Resources: b.resources, Types: []certificate.Type{}, Classes: []certificate.Class{}}}
	for i := range b.fleet.Groups {
		s.Problem.Classes = append(s.Problem.Classes, b.class(i, c))
	}
	for _, j := range b.jobs {
		b.types(&s, j)
	}
	s.Problem.Assumptions = slices.Clone(b.assumed)
	var labels []string
	if b.sidesDiffer() {
		labels = append(labels, b.side(c))
	}
	var open []string
	for i, option := range c.picked {
		if d := b.dimensions[i]; len(d.options) > 1 {
			open = append(open, d.options[option])
		}
	}
	s.open = strings.Join(open, "; ")
	labels = append(labels, open...)
	s.Label = strings.Join(labels, "; ")
	if s.Label != "" {
		s.Problem.Assumptions = append(s.Problem.Assumptions, InScenario+s.Label+".")
	}
	return s
}

func (b *builder) class(i int, c choice) certificate.Class {
	g := &b.fleet.Groups[i]
	class := certificate.Class{
		Name: g.Name, Count: g.Count, Capacity: b.capacity(i, c), Zone: g.Zone, Provider: g.Provider,
		Attributes: b.asked(g), Closed: g.Closed, Running: b.used[i], From: map[string]certificate.Source{},
	}
	for what, from := range g.From {
		if what == "count" || what == "zone" && g.Zone != "" || slices.Contains(b.resources, what) {
			class.From[what] = from
		}
	}
	for _, d := range b.dimensions {
		if d.expression != "" && asksOfECS(query.Parse(d.expression), g) {
			class.Closed = false
		}
	}
	return class
}

// asked are the attributes that ECS gives, and those that an expression or a strategy asks for. A proof needs no others.
func (b *builder) asked(g *fleet.Group) map[string]string {
	all := map[string]string{}
	for _, name := range g.Capabilities {
		if b.asks(name) {
			all[name] = ""
		}
	}
	for name, text := range g.Attributes {
		if isOfECS(name) || b.asks(name) {
			all[name] = text
		}
	}
	return all
}

func (b *builder) asks(attribute string) bool {
	for _, d := range b.dimensions {
		if d.expression != "" && slices.ContainsFunc(query.Parse(d.expression).Comparisons(), func(c *query.Comparison) bool { return c.Subject.Attribute == attribute }) {
			return true
		}
	}
	return slices.ContainsFunc(b.jobs, func(j *Job) bool {
		return slices.ContainsFunc(j.strategy, func(s certificate.Strategy) bool { return s.Field == "attribute:"+attribute })
	})
}

// typeOf is the tasks of a job, all of them.
func (b *builder) typeOf(c choice, j *Job) certificate.Type {
	t := certificate.Type{
		Name: j.Name, Group: j.Group, Count: b.waiting(j), Daemon: j.Daemon, Standalone: j.Standalone, Strategy: j.strategy,
		Zones: b.zones[j], From: map[string]certificate.Source{"count": sourceIn(j.Object, j.CountAt, j.supposed)},
	}
	if running := b.runs[j.Group]; running > 0 && !j.Standalone && !j.Daemon {
		t.From["count"] = sourceIn(j.Object, j.CountAt, fmt.Sprintf("%d run already", running))
	}
	if len(j.strategy) > 0 {
		t.From["strategy"] = sourceIn(j.Object, j.strategyAt, "")
	}
	for _, name := range b.resources {
		n, at, note := j.Demand.of(name)
		if name == distinct+j.Group && j.distinct != nil {
			n = 1
			t.From[name] = sourceIn(j.Object, j.distinct, "")
		} else if n > 0 {
			in := j.TaskDefinition
			if j.runs {
				in = b.fleet.Object
			}
			t.From[name] = sourceIn(in, at, note)
		}
		t.Demand = append(t.Demand, n)
	}
	for _, e := range j.expressions {
		for i, d := range b.dimensions {
			if d.expression == e.text {
				t.MemberOf = append(t.MemberOf, d.ways[c.picked[i]].Expression)
				t.From["memberOf"] = sourceIn(e.in, e.at, "")
			}
		}
	}
	return t
}

// types adds those of a job: one, or one for each capacity provider.
func (b *builder) types(s *Scenario, j *Job) {
	t := b.typeOf(s.choice, j)
	for i, d := range b.dimensions {
		if d.job != j {
			continue
		}
		for k, n := range d.splits[s.choice.picked[i]] {
			if n > 0 || j.Daemon {
				part := t
				part.Provider, part.Count = j.providers[k].provider, n
				if len(j.providers) > 1 {
					part.Name += " on " + part.Provider
				}
				s.add(part, j)
			}
		}
		return
	}
	if t.Count > 0 || t.Daemon {
		s.add(t, j)
	}
}

func (s *Scenario) add(t certificate.Type, j *Job) {
	s.Problem.Types = append(s.Problem.Types, t)
	s.Jobs = append(s.Jobs, j)
}
