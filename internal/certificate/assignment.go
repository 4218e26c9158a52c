package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func checkAssignment(c *Constraints, filled []Filled) error {
	p := c.problem
	placed := make([]int64, len(p.Types))
	left := make([]int64, len(p.Classes))
	for i, class := range p.Classes {
		left[i] = class.Count
	}
	for _, f := range filled {
		if f.Class < 0 || f.Class >= len(left) || f.Instances < 1 || f.Instances > left[f.Class] {
			return errors.New("there are not so many instances")
		}
		left[f.Class] -= f.Instances
		if err := f.check(c); err != nil {
			return fmt.Errorf("an instance of %s: %w", p.Classes[f.Class].Name, err)
		}
		for _, t := range f.Tasks {
			var n sum
			n.add(t.Count, f.Instances)
			if placed[t.Type] += n.n; n.bad || placed[t.Type] > limit {
				return errRange
			}
		}
	}
	for t := range p.Types {
		if placed[t] != c.Wanted(t) {
			return fmt.Errorf("%d tasks of %s have a place, %d are wanted", placed[t], p.Types[t].Name, c.Wanted(t))
		}
	}
	return nil
}

func (f Filled) check(c *Constraints) error {
	p := c.problem
	free := slices.Clone(p.Classes[f.Class].Capacity)
	seen := make([]bool, len(p.Types))
	for _, t := range f.Tasks {
		if t.Type < 0 || t.Type >= len(seen) || seen[t.Type] || t.Count < 1 {
			return errors.New("a type is none, or is named twice, or has no tasks")
		}
		seen[t.Type] = true
		typ := &p.Types[t.Type]
		switch {
		case typ.Daemon && (t.Count > 1 || !c.HasToRun(t.Type, f.Class)), !c.May(t.Type, f.Class):
			return fmt.Errorf("%s may not run there", typ.Name)
		case fits(t.Count, typ.Demand, free) < t.Count:
			return fmt.Errorf("%s doesn't fit", typ.Name)
		}
		take(free, typ.Demand, t.Count)
	}
	return nil
}
