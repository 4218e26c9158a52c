package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/value"
)

// instance is what expressions ask of the instances of a group. Those of the fleet are ACTIVE, and their agent is connected.
type instance struct{ group *fleet.Group }

func (i instance) Attribute(name string) query.Value {
	switch {
	case i.has(name):
		return query.Known(i.group.Attributes[name])
	case i.group.Closed && !isOfECS(name), i.group.Capabilities != nil && fleet.IsCapability(name):
		return query.Absent()
	}
	return query.Value{}
}

// has reports an attribute that the instances are known to have. Those of the agent's capabilities have no value.
func (i instance) has(name string) bool {
	_, ok := i.group.Attributes[name]
	return ok || slices.Contains(i.group.Capabilities, name)
}

// isOfECS reports an attribute that ECS gives, which a fleet file need not list.
func isOfECS(name string) bool {
	return strings.HasPrefix(name, "ecs.") || strings.HasPrefix(name, "com.amazonaws.ecs.")
}

func (i instance) Field(f query.Field) query.Value {
	if f == query.AgentConnected {
		return query.Known("true")
	}
	return query.Value{}
}

// TaskGroups are not known before tasks are placed.
func (i instance) TaskGroups() ([]string, bool) { return nil, false }

// isDynamic reports an expression that is about what runs on an instance.
func isDynamic(q *query.Query) bool {
	return slices.ContainsFunc(q.Comparisons(), func(c *query.Comparison) bool {
		return c.Subject.Field == query.TaskGroup || c.Subject.Field == query.RunningTasksCount
	})
}

// asksOfECS reports an expression about an attribute of ECS that a group doesn't tell.
func asksOfECS(q *query.Query, g *fleet.Group) bool {
	return slices.ContainsFunc(q.Comparisons(), func(c *query.Comparison) bool {
		name := c.Subject.Attribute
		_, told := g.Attributes[name]
		told = told || g.Capabilities != nil && fleet.IsCapability(name)
		return c.Subject.Field == query.AttributeField && isOfECS(name) && !told
	})
}

// understood is one way in which an expression may be read and hold.
type understood struct {
	certificate.Expression
	kind  kind
	label string
}

// understand is all ways that make a difference for the fleet; the likely one is the first. None where the expression can't be
// read.
func understand(text string, groups []fleet.Group) []understood {
	q := query.Parse(text)
	if q.Root == nil || len(q.Problems) > 0 {
		return nil
	}
	var all []understood
	for i, r := range q.Readings() {
		if r[query.Spelling] == query.SpellingRefused {
			continue
		}
		e := certificate.Expression{Text: text, Dynamic: isDynamic(q)}
		if i > 0 {
			for _, n := range r {
				e.Reading = append(e.Reading, int(n))
			}
		}
		var open []bool // what isn't known
		for g := range groups {
			holds := q.EvalAs(instance{&groups[g]}, r)
			e.Holds = append(e.Holds, holds != value.False && (e.Dynamic || holds == value.True))
			open = append(open, !e.Dynamic && holds == value.Unknown)
		}
		all = addWay(all, understood{e, byReading, sentence(q, r)}, open)
	}
	return all
}

// addWay adds a way if it makes a difference, and where attributes aren't known one that has them fit.
func addWay(all []understood, way understood, open []bool) []understood {
	known := func(holds []bool) bool {
		return !way.Dynamic && slices.ContainsFunc(all, func(u understood) bool { return slices.Equal(u.Holds, holds) })
	}
	fits := way
	if slices.Contains(open, true) {
		way.label = fmt.Sprintf("what isn't known of its attributes doesn't fit %q", way.Text)
		fits.kind, fits.label = byAttribute, fmt.Sprintf("what isn't known of its attributes fits %q", way.Text)
		fits.Holds = slices.Clone(way.Holds)
		for i, is := range open {
			fits.Holds[i] = fits.Holds[i] || is
		}
	}
	if !known(way.Holds) {
		all = append(all, way)
	}
	if !known(fits.Holds) && fits.kind == byAttribute {
		all = append(all, fits)
	}
	return all
}

// sentence says how an expression is read.
func sentence(q *query.Query, r query.Reading) string {
	var parts []string
	for _, a := range q.Ambiguities() {
		if said := a.Readings()[r[a.Kind]]; !slices.Contains(parts, said) {
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, ", ")
}
