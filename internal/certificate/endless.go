package certificate

import (
	"errors"
	"slices"
)

// check verifies that no old task may be stopped before a new one was started, and that none can be started beside all old ones.
func (e *Endless) check(c *checker) error {
	w, u, err := e.open(c, e.Running)
	switch {
	case err != nil:
		return err
	case w.desired == 0 || w.lower < w.desired:
		return errors.New("there are no old tasks, or some may be stopped first")
	case w.upper <= w.desired, u != nil && !u.room():
		return nil
	}
	one := c.oneMore(e.New)
	switch {
	case e.Single != nil:
		return e.Single.check(one)
	case e.Weights != nil:
		return e.Weights.check(one)
	case e.Tree != nil:
		return e.Tree.check(one)
	}
	return errors.New("nothing proves that there is no room for one more")
}

// oneMore checks the problem with one task of a type beside all others. What it takes of the budget counts twice at most.
func (c *checker) oneMore(t int) *checker {
	return &checker{Constraints: &Constraints{problem: c.problem.oneMore(t), may: c.may, dynamic: c.dynamic}, room: c.room, left: c.left}
}

func (p *Problem) oneMore(t int) *Problem {
	more := *p
	more.Types = slices.Clone(p.Types)
	more.Types[t].Count = 1
	return &more
}
