package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// ending is a rollout, and whether it ends in a deadlock.
type ending struct {
	*Rollout
	stuck bool
}

func (r ending) check(c *checker) error {
	u, err := r.play(c)
	if err != nil {
		return err
	}
	finished := u.old == 0 && u.new == u.desired
	switch {
	case r.stuck && finished:
		return errors.New("it finishes")
	case !r.stuck && !finished:
		return errors.New("it doesn't finish")
	case r.stuck && (u.mayStop() || u.mayStart() && slices.ContainsFunc(u.instances, func(h *host) bool { return u.feasible(r.New, h) })):
		return errors.New("there is a move left")
	}
	return nil
}

// Update is the update that a certificate is about; nil of one about a placement.
func (c *Certificate) Update() *Update {
	switch {
	case (c.Kind == KindRollout || c.Kind == KindStuck) && c.Rollout != nil:
		return &c.Rollout.Update
	case c.Kind == KindFinishes && c.Finishes != nil:
		return &c.Finishes.Update
	case c.Kind == KindEndless && c.Endless != nil:
		return &c.Endless.Update
	}
	return nil
}

// window is how many tasks are replaced, and how many of the old and new ones have to stay healthy, and may exist.
type window struct{ desired, lower, upper int64 }

func (u *Update) window(p *Problem) (window, error) {
	if !p.has(u.Old) || !p.has(u.New) || u.Old == u.New {
		return window{}, errors.New("there are no such types")
	}
	old, young := &p.Types[u.Old], &p.Types[u.New]
	if old.Daemon || young.Daemon || old.Group != young.Group || young.Count != 0 {
		return window{}, errors.New("the types are not two revisions of a service")
	}
	least, most := u.MinimumHealthyPercent, u.MaximumPercent
	if old.Count > 1<<40 || u.Staying < 0 || u.Staying > 1<<40 || least < 0 || most < 0 || max(least, most) > 1<<20 {
		return window{}, errRange
	}
	all := old.Count + u.Staying
	return window{old.Count, (all*least+99)/100 - u.Staying, all*most/100 - u.Staying}, nil
}

// updating is the state of an update.
type updating struct {
	*replay
	*Rollout
	window
	now      map[*host]int64 // old tasks
	old, new int64
}

// play makes all moves.
func (r *Rollout) play(c *checker) (*updating, error) {
	w, err := r.window(c.problem)
	if err != nil {
		return nil, err
	}
	e, err := c.replay(r.Steps, r.Given)
	if err != nil {
		return nil, err
	}
	u := &updating{replay: e, Rollout: r, window: w, now: map[*host]int64{}, old: w.desired}
	for _, s := range r.Steps {
		if t, h, _ := u.at(s); t == r.Old {
			u.now[h]++
		}
	}
	if err := u.end(make([]int64, len(u.waiting))); !r.Given && err != nil {
		return nil, err
	}
	if slices.ContainsFunc(u.waiting, positive) {
		return nil, errors.New("not all tasks run at the beginning")
	}
	for i, s := range r.Moves {
		if err := u.move(s); err != nil {
			return nil, fmt.Errorf("move %d: %w", i+1, err)
		}
	}
	return u, nil
}

func (u *updating) mayStop() bool { return u.old > 0 && u.old+u.new > u.lower }

func (u *updating) mayStart() bool { return u.new < u.desired && u.old+u.new < u.upper }

// move starts a new task, or stops an old one.
func (u *updating) move(s Step) error {
	t, h, err := u.at(s)
	switch {
	case err != nil:
		return err
	case t == u.New && u.mayStart() && u.feasible(t, h) && u.best(t, h):
		u.new++
		u.put(h, t, 1)
	case t == u.Old && u.mayStop() && u.now[h] > 0:
		u.old--
		u.now[h]--
		u.put(h, t, -1)
	default:
		return errors.New("it can't be made")
	}
	return nil
}
