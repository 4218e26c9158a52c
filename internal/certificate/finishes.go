package certificate

import (
	"errors"
	"fmt"
)

// check verifies that there is always a next move. While fewer new tasks run than old ones have stopped, there is an instance where more old
// ones have stopped than new ones were started, and there one more new task fits; so a deadlock can only be where as many new ones run as old
// ones have stopped, and an old one is left. Where that is more than have to be healthy, it may be stopped. Else there has to be
// room for one more: if there is some instance where more have stopped than were started, or else all new ones have taken just the places of
// old ones, and there is as much room as at the beginning.
func (f *Finishes) check(c *checker) error {
	w, u, err := f.open(c, f.Running)
	if err != nil {
		return err
	}
	old, young := &c.problem.Types[f.Old], &c.problem.Types[f.New]
	for r, need := range young.Demand {
		if need > old.Demand[r] {
			return fmt.Errorf("a new task takes more than an old one: %s", Amount(c.problem.Resources[r], need))
		}
	}
	for i, class := range c.problem.Classes {
		if class.Count > 0 && c.may[f.Old][i] && !c.may[f.New][i] {
			return fmt.Errorf("new tasks may not run on %s, old ones may", class.Name)
		}
	}
	switch {
	case c.Dynamic(f.New):
		return errors.New("where a new task may run depends on what else runs")
	case w.upper < w.desired || w.lower > w.desired:
		return errors.New("fewer tasks may exist than are desired, or more have to")
	case w.lower < w.desired:
		return nil
	case w.upper > w.desired && u != nil && u.room():
		return nil
	case w.upper == w.desired || f.Slack == nil || f.Slack.Type != f.New:
		return errors.New("neither may an old task be stopped first, nor is there room for one more")
	}
	p, err := c.oneMore(f.New).packing()
	if err != nil {
		return err
	}
	for t, typ := range c.problem.Types {
		if typ.Daemon && c.Dynamic(t) {
			return fmt.Errorf("%s depends on what else runs", typ.Name)
		}
	}
	return f.Slack.check(p)
}
