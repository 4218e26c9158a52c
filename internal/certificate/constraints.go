package certificate

import (
	"fmt"
	"slices"
)

const (
	attributePrefix = "attribute:"
	zoneAttribute   = "ecs.availability-zone"
)

// Constraints tell where tasks of a problem may run, whatever room there is.
type Constraints struct {
	problem *Problem
	may     [][]bool       // of each type and class
	dynamic [][]expression // of each type
}

// Constraints reads the expressions of the problem. It refuses problems that aren't sound: negative numbers, lists of a wrong length, sums
// beyond 2^50, expressions that can't be read, or are said to hold where they don't.
func (p *Problem) Constraints() (*Constraints, error) {
	if err := p.sound(); err != nil {
		return nil, err
	}
	c := &Constraints{problem: p}
	for i, t := range p.Types {
		var dynamic []expression
		for _, e := range t.MemberOf {
			read, err := e.parse(p)
			if err != nil {
				return nil, fmt.Errorf("%s: %q %w", t.Name, e.Text, err)
			}
			if e.Dynamic {
				dynamic = append(dynamic, read)
			}
		}
		may := make([]bool, len(p.Classes))
		for k := range may {
			may[k] = c.Excludes(i, k).Because == ""
		}
		c.dynamic, c.may = append(c.dynamic, dynamic), append(c.may, may)
	}
	return c, nil
}

// May tells whether tasks of a type may run on instances of a class: provider, zone, and what its expressions say of it. An expression
// about task groups counts if it can hold at all.
func (c *Constraints) May(typ, class int) bool { return c.may[typ][class] }

// Dynamic tells whether it also matters for a type what runs on an instance.
func (c *Constraints) Dynamic(typ int) bool { return len(c.dynamic[typ]) > 0 }

// MayBeside is May for an instance on which this many tasks run, of these groups. What depends on something unknown is as assumed.
func (c *Constraints) MayBeside(typ, class int, groups []string, tasks int64) bool {
	if !c.may[typ][class] {
		return false
	}
	in := instance{class: &c.problem.Classes[class], groups: groups, tasks: tasks, complete: true}
	return !slices.ContainsFunc(c.dynamic[typ], func(e expression) bool { return e.EvalAs(in, e.as).IsFalse() })
}

// HasToRun tells whether a daemon has to run on each instance of a class, whatever else runs there.
func (c *Constraints) HasToRun(typ, class int) bool {
	t := &c.problem.Types[typ]
	return t.Daemon && c.may[typ][class] && !c.Dynamic(typ) && !c.problem.Classes[class].runs(t.Group)
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
