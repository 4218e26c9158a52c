package certificate

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/value"
)

// expression is one that was read.
type expression struct {
	*query.Query
	as query.Reading
}

// parse reads an expression and compares what is said of the classes with what it says itself.
func (e Expression) parse(p *Problem) (expression, error) {
	read := expression{Query: query.Parse(e.Text)}
	for i, n := range e.Reading {
		if i >= len(read.as) || n < 0 || n >= len(query.Ambiguity{Kind: query.Kind(i)}.Readings()) {
			return read, errors.New("has a reading that there isn't")
		}
		read.as[i] = uint8(n)
	}
	for _, c := range read.Comparisons() {
		if field := c.Subject.Field; !e.Dynamic && (field == query.TaskGroup || field == query.RunningTasksCount) {
			return read, errors.New("asks for tasks, so it is dynamic")
		}
	}
	for i, holds := range e.Holds {
		said := read.EvalAs(instance{class: &p.Classes[i]}, read.as)
		if said != value.TriOf(holds) && !(said.IsUnknown() && (len(p.Assumptions) > 0 || e.Dynamic && holds)) {
			return read, fmt.Errorf("is said to be %v on %s, and no assumption tells why", holds, p.Classes[i].Name)
		}
	}
	return read, nil
}

// cost is about how many steps it takes to evaluate an expression. A pattern takes one for each of its characters and each of the text's, of
// which attributes have at most 128: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attribute.html
func (e Expression) cost() int {
	if strings.Contains(e.Text, "~") || strings.Contains(e.Text, "matches") {
		return 128 * len(e.Text)
	}
	return len(e.Text)
}

// attribute is what instances of a class are known to have.
func (c Class) attribute(name string) (string, bool) {
	if text, ok := c.Attributes[name]; ok {
		return text, true
	}
	return c.Zone, name == zoneAttribute && c.Zone != ""
}

// instance is an instance of a class, as expressions see it.
type instance struct {
	class    *Class
	groups   []string
	tasks    int64
	complete bool // groups and tasks are known
}

func (in instance) Attribute(name string) query.Value {
	if text, ok := in.class.attribute(name); ok {
		return query.Known(text)
	}
	if in.class.Closed {
		return query.Absent()
	}
	return query.Value{}
}

// Field knows that the agent is connected: no other instance gets tasks.
func (in instance) Field(f query.Field) query.Value {
	switch {
	case f == query.AgentConnected:
		return query.Known("true")
	case f == query.RunningTasksCount && in.complete:
		return query.Known(strconv.FormatInt(in.tasks, 10))
	}
	return query.Value{}
}

func (in instance) TaskGroups() ([]string, bool) { return in.groups, in.complete }
