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
	case r.stuck && (u.mayStop() || u.mayStart() && u.room()):
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

// Running is what a proof about an update begins with, if it is given.
func (c *Certificate) Running() []Step {
	switch {
	case c.Kind == KindFinishes && c.Finishes != nil:
		return c.Finishes.Running
	case c.Kind == KindEndless && c.Endless != nil:
		return c.Endless.Running
	case c.Rollout != nil:
		return c.Rollout.Running
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
	*Update
	window
	now      map[*host]int64 // old tasks
	old, new int64
}

// begin is the state before the first move: all tasks run.
func (u *Update) begin(c *checker, steps []Step, given bool) (*updating, error) {
	w, err := u.window(c.problem)
	if err != nil {
		return nil, err
	}
	e, err := c.replay(steps, given)
	if err != nil {
		return nil, err
	}
	if err := e.end(make([]int64, len(e.waiting))); !given && err != nil {
		return nil, err
	}
	if slices.ContainsFunc(e.waiting, positive) {
		return nil, errors.New("not all tasks run at the beginning")
	}
	begun := &updating{replay: e, Update: u, window: w, now: map[*host]int64{}, old: w.desired}
	for _, s := range steps {
		if t, h, _ := e.at(s); t == u.Old {
			begun.now[h]++
		}
	}
	return begun, nil
}

// open is the window of an update, and its beginning if that is given.
func (u *Update) open(c *checker, running []Step) (w window, begun *updating, err error) {
	if w, err = u.window(c.problem); err == nil && running != nil {
		begun, err = u.begin(c, running, true)
	}
	return w, begun, err
}

// play makes all moves.
func (r *Rollout) play(c *checker) (*updating, error) {
	if r.Running != nil && r.Steps != nil {
		return nil, errors.New("it begins in two ways")
	}
	u, err := r.begin(c, slices.Concat(r.Running, r.Steps), r.Running != nil)
	if err != nil {
		return nil, err
	}
	for i, s := range r.Moves {
		if err := u.move(s); err != nil {
			return nil, fmt.Errorf("move %d: %w", i+1, err)
		}
	}
	return u, nil
}

// room tells whether a new task fits somewhere.
func (u *updating) room() bool {
	return slices.ContainsFunc(u.instances, func(h *host) bool { return u.feasible(u.New, h) })
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
