package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (a Assignment) check(c *checker) error {
	if err := c.seated(); err != nil {
		return err
	}
	placed, filled := make([]sum, len(c.problem.Types)), make([]sum, len(c.problem.Classes))
	for _, f := range a {
		if f.Class < 0 || f.Class >= len(filled) {
			return errors.New("there is no such class")
		}
		filled[f.Class].add(f.Instances, 1)
		free := slices.Clone(c.room[f.Class])
		c.spend((1 + len(f.Tasks)) * len(free))
		for _, t := range f.Tasks {
			switch {
			case !c.problem.has(t.Type) || t.Count < 0:
				return errors.New("there are no such tasks")
			case c.problem.Types[t.Type].Daemon:
				continue
			case !c.may[t.Type][f.Class] || fits(t.Count, c.problem.Types[t.Type].Demand, free) < t.Count:
				return fmt.Errorf("%s may not run on %s, or doesn't fit", c.problem.Types[t.Type].Name, c.problem.Classes[f.Class].Name)
			}
			take(free, c.problem.Types[t.Type].Demand, t.Count)
			placed[t.Type].add(t.Count, f.Instances)
		}
	}
	for i, n := range filled {
		if n.bad || n.n > c.problem.Classes[i].Count {
			return fmt.Errorf("there are not so many instances of %s", c.problem.Classes[i].Name)
		}
	}
	for t, n := range placed {
		if typ := &c.problem.Types[t]; !typ.Daemon && (n.bad || n.n != typ.Count) {
			return fmt.Errorf("%d tasks of %s have a place, %d are wanted", n.n, typ.Name, typ.Count)
		}
	}
	return nil
}
