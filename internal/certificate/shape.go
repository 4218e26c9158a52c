package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// shape is a problem without what only runs know: how many tasks of each type have to find room, and what fits on an instance. Daemons
// have their place already; those that run only beside certain tasks are left out, so there may be more room than there really is.
type shape struct {
	*Constraints
	count    []int64   // of each type; 0 of daemons
	capacity [][]int64 // of each class, without what its daemons take
}

var errTooLarge = errors.New("too large to check")

// shape fails if the daemons that have to run on an instance don't fit there.
func (c *Constraints) shape() (*shape, error) {
	p := c.problem
	s := &shape{Constraints: c, count: make([]int64, len(p.Types))}
	for i, class := range p.Classes {
		s.capacity = append(s.capacity, slices.Clone(class.Capacity))
		for t := range p.Types {
			if !c.HasToRun(t, i) || class.Count == 0 {
				continue
			}
			for r, need := range p.Types[t].Demand {
				if s.capacity[i][r] -= need; s.capacity[i][r] < 0 {
					return nil, fmt.Errorf("the daemons don't fit on %s", class.Name)
				}
			}
		}
	}
	for i, t := range p.Types {
		if !t.Daemon {
			s.count[i] = t.Count
		}
	}
	return s, nil
}

// copies is how many tasks of a type fit on an empty instance of a class.
func (s *shape) copies(t, class int) int64 {
	if !s.may[t][class] {
		return 0
	}
	return fits(s.count[t], s.problem.Types[t].Demand, s.capacity[class])
}

// fits is how many times a demand fits into what is free, at most so many.
func fits(most int64, demand, free []int64) int64 {
	for r, need := range demand {
		if need > 0 {
			most = min(most, free[r]/need)
		}
	}
	return most
}

// take takes times the demand from what is free, or puts it back if times is negative.
func take(free, demand []int64, times int64) {
	for r, need := range demand {
		free[r] -= need * times
	}
}
