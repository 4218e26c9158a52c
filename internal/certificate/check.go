package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// budget is how many steps a check may take, in all of its searches together: numbers looked at, characters of expressions. It is a count, so that
// a certificate is good on all machines or on none; on most it is ten seconds at worst.
const budget = 4_000_000_000

// dear is how many steps what takes memory counts.
const dear = 30

var errBudget = errors.New("to check it would take too many steps: whether it is right isn't known")

// part is what proves something.
type part interface {
	check(c *checker) error
	claim(p *Problem) string
}

// part is the one that the kind names; nil if it is missing.
func (c *Certificate) part() part {
	switch {
	case c.Kind == KindAssignment && c.Assignment != nil:
		return c.Assignment
	case c.Kind == KindSingle && c.Single != nil:
		return c.Single
	case c.Kind == KindWeights && c.Weights != nil:
		return c.Weights
	case c.Kind == KindTree && c.Tree != nil:
		return c.Tree
	case c.Kind == KindRun && c.Run != nil:
		return c.Run
	case c.Kind == KindSlack && c.Slack != nil:
		return c.Slack
	case c.Kind == KindRollout && c.Rollout != nil:
		return ending{c.Rollout, false}
	case c.Kind == KindStuck && c.Rollout != nil:
		return ending{c.Rollout, true}
	case c.Kind == KindFinishes && c.Finishes != nil:
		return c.Finishes
	case c.Kind == KindEndless && c.Endless != nil:
		return c.Endless
	}
	return nil
}

// Check verifies the certificate: the problem is sound, and what Claim says of it is true. The error says what is wrong.
func (c *Certificate) Check() error { return c.within(budget) }

// within is Check with so many steps at most.
func (c *Certificate) within(steps int64) (err error) {
	if c.Version != Version {
		return fmt.Errorf("version %d of certificates is not known", c.Version)
	}
	part := c.part()
	if c.Problem == nil || part == nil {
		return fmt.Errorf("there is no problem, or no part %q", c.Kind)
	}
	defer func() {
		if r := recover(); r == errBudget {
			err = errBudget
		} else if r != nil {
			panic(r)
		}
	}()
	k, err := newChecker(c.Problem, steps)
	if err != nil {
		return err
	}
	return part.check(k)
}

// checker is what all checks of a certificate share.
type checker struct {
	*Constraints
	room [][]int64 // of each class, what the daemons that have to run on an instance leave; less than 0 where they don't fit
	left int64     // steps
}

// spend takes steps off the budget. At its end it leaves the check.
func (c *checker) spend(steps int) {
	if c.left -= int64(steps); c.left < 0 {
		panic(errBudget)
	}
}

// newChecker validates the problem.
func newChecker(p *Problem, steps int64) (*checker, error) {
	c := &checker{left: steps}
	for _, class := range p.Classes {
		c.spend(len(p.Types) * (dear + len(p.Resources) + len(class.Running)))
	}
	for _, t := range p.Types {
		c.spend(len(p.Classes) * len(t.Zones))
		for _, e := range t.MemberOf {
			c.spend(len(p.Classes) * e.cost())
		}
	}
	var err error
	if c.Constraints, err = p.Constraints(); err != nil {
		return nil, err
	}
	for i, class := range p.Classes {
		c.room = append(c.room, slices.Clone(class.Capacity))
		for t := range p.Types {
			if c.HasToRun(t, i) {
				take(c.room[i], p.Types[t].Demand, 1)
			}
		}
	}
	return c, nil
}

// seated fails if daemons don't fit where they have to run.
func (c *checker) seated() error {
	for i, class := range c.problem.Classes {
		if class.Count > 0 && slices.ContainsFunc(c.room[i], negative) {
			return fmt.Errorf("the daemons don't fit on %s", class.Name)
		}
	}
	return nil
}

func negative(n int64) bool { return n < 0 }
func positive(n int64) bool { return n > 0 }

// has tells whether there is such a type.
func (p *Problem) has(t int) bool { return t >= 0 && t < len(p.Types) }
