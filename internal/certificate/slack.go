package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func checkSlack(s *shape, slacks []Slack) error {
	covered := make([]bool, len(s.problem.Types))
	for _, k := range slacks {
		if k.Type < 0 || k.Type >= len(covered) {
			return errors.New("there is no such type")
		}
		if err := k.check(s); err != nil {
			return fmt.Errorf("%s: %w", s.problem.Types[k.Type].Name, err)
		}
		covered[k.Type] = true
	}
	for i, t := range s.problem.Types {
		switch {
		case t.Daemon && s.dynamic[i]:
			return fmt.Errorf("%s depends on what else runs", t.Name)
		case s.count[i] > 0 && !covered[i]:
			return fmt.Errorf("nothing is said of %s", t.Name)
		}
	}
	return nil
}

func (k Slack) check(s *shape) error {
	if err := checkLengths(s.problem, k.Types, k.Classes); err != nil {
		return err
	}
	if s.dynamic[k.Type] {
		return errors.New("it depends on what else runs")
	}
	var others, needed sum
	for t, n := range s.count {
		if t == k.Type {
			n--
		}
		others.add(max(n, 0), k.Types[t])
	}
	for c, class := range s.problem.Classes {
		needed.add(class.Count, k.Classes[c])
	}
	if others.bad || needed.bad || needed.n <= others.n {
		return errors.New("the other tasks may fill all instances")
	}
	for c, claimed := range k.Classes {
		if claimed == 0 || s.problem.Classes[c].Count == 0 {
			continue
		}
		if s.copies(k.Type, c) == 0 {
			return fmt.Errorf("it can't run on %s", s.problem.Classes[c].Name)
		}
		less, err := s.blockedWithLess(k, c, claimed)
		if err != nil {
			return err
		}
		if less {
			return fmt.Errorf("tasks that count less than %d leave no room on %s", claimed, s.problem.Classes[c].Name)
		}
	}
	return nil
}

// blockedWithLess tells whether tasks that count less than claimed can leave no room for the type on an instance.
func (s *shape) blockedWithLess(k Slack, class int, claimed int64) (bool, error) {
	left := searchLimit
	for r, need := range s.problem.Types[k.Type].Demand {
		if need == 0 {
			continue
		}
		c := cover{resource: r, free: slices.Clone(s.capacity[class]), room: need, claimed: claimed, left: left}
		for t, typ := range s.problem.Types {
			most := s.copies(t, class)
			if t == k.Type {
				most = min(most, s.count[t]-1)
			}
			if most > 0 && typ.Demand[r] > 0 {
				c.items = append(c.items, item{value: k.Types[t], most: most, demand: typ.Demand})
			}
		}
		slices.SortStableFunc(c.items, func(a, b item) int { return compareRatio(a.value, a.demand[r], b.value, b.demand[r]) })
		if c.search(0, 0) {
			return true, nil
		}
		if left = c.left; left <= 0 {
			return false, errTooLarge
		}
	}
	return false, nil
}

// cover is a search for tasks that count less than claimed, and leave less than room free of a resource.
type cover struct {
	items         []item
	resource      int
	free          []int64
	room, claimed int64
	left          int
}

func (c *cover) search(next int, worth int64) bool {
	if worth >= c.claimed {
		return false
	}
	if c.free[c.resource] < c.room {
		return true
	}
	if c.left--; c.left <= 0 || next == len(c.items) || !c.maySucceed(next, c.claimed-worth) {
		return false
	}
	i := &c.items[next]
	most := fits(i.most, i.demand, c.free)
	take(c.free, i.demand, most)
	for n := most; ; n-- {
		if c.search(next+1, worth+n*i.value) {
			return true
		}
		if n == 0 {
			return false
		}
		take(c.free, i.demand, -1)
	}
}

// maySucceed bounds what tasks have to count to take the resource: the cheapest for what they take, one of them in part.
func (c *cover) maySucceed(next int, allowed int64) bool {
	missing := c.free[c.resource] - c.room + 1
	for _, i := range c.items[next:] {
		need := i.demand[c.resource]
		n := fits(i.most, i.demand, c.free)
		if n*need >= missing {
			return compareRatio(i.value, need, allowed, missing) < 0 // i.value/need < allowed/missing
		}
		missing -= n * need
		if allowed -= n * i.value; allowed <= 0 {
			return false
		}
	}
	return false
}
