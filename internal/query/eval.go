package query

import (
	"slices"

	"github.com/ecslint/ecslint/internal/query/pattern"
	"github.com/ecslint/ecslint/internal/value"
)

// Instance is what is known of a container instance.
type Instance interface {
	Attribute(name string) Value

	// Field is the value of a subject that is no attribute and not task:group, as the ECS API gives it: "true" or "false", a
	// version, an id, a time as in RFC 3339, a number.
	Field(Field) Value

	// TaskGroups are the groups of the tasks that run on it; complete, if there are no others.
	TaskGroups() (groups []string, complete bool)
}

// Value is absent, known or unknown. The zero Value is unknown.
type Value struct {
	state state
	text  string
}

type state uint8

const (
	unknown state = iota
	absent
	known
)

// Absent is a value that isn't there, for certain.
func Absent() Value { return Value{state: absent} }

// Known is a value. An attribute without one is Known("").
func Known(text string) Value { return Value{known, text} }

// Eval tells whether the instance is selected, if all readings agree on it. Of an expression with problems nothing is known.
func (q *Query) Eval(in Instance) value.Tri {
	e := newEvaluation(in)
	var agreed value.Tri
	for i, r := range q.Readings() {
		switch said := e.as(r, q); {
		case said.IsUnknown() || i > 0 && said != agreed:
			return value.Unknown
		default:
			agreed = said
		}
	}
	return agreed
}

// EvalAs tells whether the instance is selected in one reading.
func (q *Query) EvalAs(in Instance, r Reading) value.Tri { return newEvaluation(in).as(r, q) }

// Differences are the ambiguities that, each kind by itself, change what is said of the instance.
func (q *Query) Differences(in Instance) []Ambiguity {
	e := newEvaluation(in)
	likely := e.as(Reading{}, q)
	return slices.DeleteFunc(q.Ambiguities(), func(a Ambiguity) bool {
		for n := range readings[a.Kind] {
			var r Reading
			r[a.Kind] = uint8(n)
			if e.as(r, q) != likely {
				return false
			}
		}
		return true
	})
}

// evaluation is of one instance, in one reading after the other.
type evaluation struct {
	instance Instance
	reading  Reading
	matched  map[match]value.Tri // what was found before
}

type match struct {
	pattern *pattern.Pattern
	text    string
	part    bool
}

func newEvaluation(in Instance) *evaluation {
	return &evaluation{instance: in, matched: map[match]value.Tri{}}
}

func (e *evaluation) as(r Reading, q *Query) value.Tri {
	if q.Root == nil || len(q.Problems) > 0 || len(q.spellings) > 0 && r[Spelling] == SpellingRefused {
		return value.Unknown
	}
	e.reading = r
	return e.node(q.Root)
}

func (e *evaluation) node(n Node) value.Tri {
	switch n := n.(type) {
	case *Chain:
		return e.chain(n.Parts, n.Joins)
	case *Not:
		return e.node(n.Part).Not()
	case *Group:
		return e.node(n.Part)
	case *Comparison:
		return e.comparison(n)
	}
	return value.Unknown
}

func (e *evaluation) chain(parts []Node, joins []Join) value.Tri {
	var values []value.Tri
	for i, part := range parts {
		if e.reading[NotReach] == NotAllThatFollows && i < len(joins) && isBareNot(part) {
			rest := append([]Node{part.(*Not).Part}, parts[i+1:]...)
			return e.join(append(values, e.chain(rest, joins[i:]).Not()), joins[:i])
		}
		values = append(values, e.node(part))
	}
	return e.join(values, joins)
}

func (e *evaluation) join(values []value.Tri, joins []Join) value.Tri {
	switch e.reading[JoinOrder] {
	case AndFirst:
		any, all := value.False, values[0]
		for i, join := range joins {
			if join == And {
				all = all.And(values[i+1])
			} else {
				any, all = any.Or(all), values[i+1]
			}
		}
		return any.Or(all)
	case LeftToRight:
		result := values[0]
		for i, join := range joins {
			result = join.of(result, values[i+1])
		}
		return result
	}
	result := values[len(joins)]
	for i := len(joins) - 1; i >= 0; i-- {
		result = joins[i].of(values[i], result)
	}
	return result
}

func (j Join) of(a, b value.Tri) value.Tri {
	if j == And {
		return a.And(b)
	}
	return a.Or(b)
}

func (e *evaluation) comparison(c *Comparison) value.Tri {
	switch c.Subject.Field {
	case TaskGroup:
		return e.taskGroups(c)
	case AttributeField:
		return e.value(c, e.instance.Attribute(c.Subject.Attribute))
	}
	return e.value(c, e.instance.Field(c.Subject.Field))
}

func (e *evaluation) value(c *Comparison, v Value) value.Tri {
	switch {
	case v.state == unknown:
		return value.Unknown
	case c.Operator == Exists:
		return value.TriOf(v.state == known)
	case c.Operator == NotExists:
		return value.TriOf(v.state == absent)
	case v.state == absent:
		return e.absent(c)
	}
	if positive, negated := c.Operator.negates(); negated {
		return e.holds(c, positive, v.text).Not()
	}
	return e.holds(c, c.Operator, v.text)
}

// absent compares an attribute that isn't there. The documentation's "attribute:stack != prod" lists instances with that
// attribute only: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html
func (e *evaluation) absent(c *Comparison) value.Tri {
	if c.Subject.Field != AttributeField {
		return value.Unknown
	}
	switch c.Operator {
	case Equal, NotEqual, In, Matches:
		return value.False
	case NotIn, NotMatches:
		return value.TriOf(e.reading[AbsentValue] == AbsentHolds)
	}
	return value.Unknown
}

// holds asks an operator that isn't a negated one of a value.
func (e *evaluation) holds(c *Comparison, operator Operator, text string) value.Tri {
	switch operator {
	case Equal, In:
		found := value.False
		for _, a := range c.Arguments {
			found = found.Or(equal(c.Subject.Field, text, a.Text))
		}
		return found
	case Matches:
		if c.pattern == nil || text == "" {
			return value.Unknown
		}
		return e.matches(match{c.pattern, text, e.reading[WholeMatch] == MatchPart})
	}
	return e.ordered(c, operator, text)
}

func (e *evaluation) matches(m match) value.Tri {
	found, before := e.matched[m]
	switch {
	case before:
		return found
	case m.part:
		found = m.pattern.Finds(m.text)
	default:
		found = m.pattern.Matches(m.text)
	}
	e.matched[m] = found
	return found
}

// taskGroups compares the groups of all tasks: "task:group == database" selects what runs a task of that group.
func (e *evaluation) taskGroups(c *Comparison) value.Tri {
	operator, negated := c.Operator.negates()
	if operator != Equal && operator != In && operator != Matches {
		return value.Unknown
	}
	groups, complete := e.instance.TaskGroups()
	such, other := value.False, value.False
	if !complete {
		such, other = value.Unknown, value.Unknown
	}
	for _, group := range groups {
		holds := e.holds(c, operator, group)
		such, other = such.Or(holds), other.Or(holds.Not())
	}
	switch {
	case !negated:
		return such
	case e.reading[OtherGroups] == SomeOtherGroup:
		return other
	}
	return such.Not()
}
