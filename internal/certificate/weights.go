package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (w *Weights) check(s *shape) error {
	if err := checkLengths(s.problem, w.Types, w.Classes); err != nil {
		return err
	}
	instances := make([]int64, len(s.problem.Classes))
	for i, class := range s.problem.Classes {
		instances[i] = class.Count
	}
	if !w.exceed(s.count, instances) {
		return errors.New("all tasks together don't count more than the instances can hold")
	}
	return w.checkClasses(s)
}

// exceed tells whether so many tasks count more than so many instances can hold.
func (w *Weights) exceed(tasks, instances []int64) bool {
	var need, have sum
	for t, n := range tasks {
		need.add(n, w.Types[t])
	}
	for c, n := range instances {
		have.add(n, w.Classes[c])
	}
	return !need.bad && !have.bad && need.n > have.n
}

// checkClasses verifies that no instance can hold more than is claimed.
func (w *Weights) checkClasses(s *shape) error {
	var all sum
	for t, n := range s.count {
		all.add(n, w.Types[t])
	}
	if all.bad {
		return errRange
	}
	for c, claimed := range w.Classes {
		if s.problem.Classes[c].Count == 0 || slices.Contains(s.alikeBefore(c, w.Classes), true) {
			continue
		}
		more, err := s.holdsMore(c, w.Types, claimed)
		if err != nil {
			return err
		}
		if more {
			return fmt.Errorf("an instance of %s can hold tasks that count more than %d", s.problem.Classes[c].Name, claimed)
		}
	}
	return nil
}

// alikeBefore tells of each class before c whether it holds the same as c, and no less is claimed of c.
func (s *shape) alikeBefore(c int, claimed []int64) []bool {
	before := make([]bool, c)
	for o := range before {
		before[o] = s.problem.Classes[o].Count > 0 && claimed[o] <= claimed[c] && s.alike(o, c)
	}
	return before
}

// alike tells whether instances of two classes can hold the same.
func (s *shape) alike(a, b int) bool {
	if !slices.Equal(s.capacity[a], s.capacity[b]) {
		return false
	}
	for t := range s.count {
		if s.copies(t, a) != s.copies(t, b) {
			return false
		}
	}
	return true
}
