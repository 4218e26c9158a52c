package certificate

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/internal/value"
)

const (
	attributePrefix = "attribute:"
	zoneAttribute   = "ecs.availability-zone"
)

// Constraints tell where tasks of a problem may run, whatever room there is.
type Constraints struct {
	problem *Problem
	may     [][]bool // type, class
	parsed  [][]expression
	dynamic []bool // type
}

type expression struct {
	*query.Query
	reading query.Reading
	dynamic bool
}

// Constraints reads the expressions of the problem. It refuses problems that aren't sound: negative numbers, lists of a wrong length, sums
// beyond 2^50, expressions that can't be read, or are said to hold where they don't.
func (p *Problem) Constraints() (*Constraints, error) {
	if err := p.sound(); err != nil {
		return nil, err
	}
	c := &Constraints{problem: p, dynamic: make([]bool, len(p.Types))}
	for i, t := range p.Types {
		var parsed []expression
		for _, e := range t.MemberOf {
			read, err := e.parse(p)
			if err != nil {
				return nil, fmt.Errorf("%s: %q %w", t.Name, e.Text, err)
			}
			parsed = append(parsed, read)
			c.dynamic[i] = c.dynamic[i] || e.Dynamic
		}
		c.parsed = append(c.parsed, parsed)
		may := make([]bool, len(p.Classes))
		for k := range p.Classes {
			may[k] = c.Excludes(i, k).Because == ""
		}
		c.may = append(c.may, may)
	}
	return c, nil
}

// parse reads an expression and compares what is said of the classes with what it says itself.
func (e Expression) parse(p *Problem) (expression, error) {
	read := expression{Query: query.Parse(e.Text), dynamic: e.Dynamic}
	if len(e.Reading) > len(read.reading) {
		return read, errors.New("has a reading that there isn't")
	}
	for i, n := range e.Reading {
		if n < 0 || n >= len(query.Ambiguity{Kind: query.Kind(i)}.Readings()) {
			return read, errors.New("has a reading that there isn't")
		}
		read.reading[i] = uint8(n)
	}
	for _, c := range read.Comparisons() {
		if field := c.Subject.Field; !e.Dynamic && (field == query.TaskGroup || field == query.RunningTasksCount) {
			return read, errors.New("asks for tasks, so it is dynamic")
		}
	}
	for i, holds := range e.Holds {
		said := read.EvalAs(instance{class: &p.Classes[i]}, read.reading)
		switch {
		case said == value.TriOf(holds), said.IsUnknown() && (len(p.Assumptions) > 0 || e.Dynamic && holds):
		default:
			return read, fmt.Errorf("is said to be %v on %s, and no assumption tells why", holds, p.Classes[i].Name)
		}
	}
	return read, nil
}

// May tells whether tasks of a type may run on instances of a class: provider, zone, and what its expressions say of it. An expression
// about task groups counts if it can hold at all.
func (c *Constraints) May(typ, class int) bool { return c.may[typ][class] }

// Dynamic tells whether it also matters for a type what runs on an instance.
func (c *Constraints) Dynamic(typ int) bool { return c.dynamic[typ] }

// MayBeside is May for an instance on which this many tasks run, of these groups. What depends on something unknown is as assumed.
func (c *Constraints) MayBeside(typ, class int, groups []string, tasks int64) bool {
	if !c.may[typ][class] {
		return false
	}
	in := instance{class: &c.problem.Classes[class], groups: groups, tasks: tasks, complete: true}
	for _, e := range c.parsed[typ] {
		if e.dynamic && e.EvalAs(in, e.reading).IsFalse() {
			return false
		}
	}
	return true
}

// HasToRun tells whether a daemon has to run on each instance of a class, whatever else runs there.
func (c *Constraints) HasToRun(typ, class int) bool {
	t := &c.problem.Types[typ]
	return t.Daemon && c.may[typ][class] && !c.dynamic[typ] && !c.problem.Classes[class].runs(t.Group)
}

// Wanted is how many tasks of a type are to be placed; of a daemon, on how many instances it has to run.
func (c *Constraints) Wanted(typ int) int64 {
	if t := &c.problem.Types[typ]; !t.Daemon {
		return t.Count
	}
	var n int64
	for i, class := range c.problem.Classes {
		if c.HasToRun(typ, i) {
			n += class.Count
		}
	}
	return n
}

func (c Class) runs(group string) bool {
	return slices.ContainsFunc(c.Running, func(r Running) bool { return r.Group == group && r.Count > 0 })
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
