package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// A replay keeps each instance, and of each all its resources: no more than these.
const (
	replayInstances = 1_000_000
	replayNumbers   = 50_000_000
)

// check replays the run: each step is one that ECS may take, and at the end none is left.
func (r *Run) check(c *Constraints) error {
	if len(r.Waiting) != len(c.problem.Types) {
		return errors.New("the waiting tasks are not told of each type")
	}
	e, err := newReplay(c)
	if err != nil {
		return err
	}
	for i, s := range r.Steps {
		if err := e.step(s); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	return e.end(r.Waiting)
}

// replay is the state of a run.
type replay struct {
	*Constraints
	instances []*host
	first     []int   // of each class, where its instances begin
	waiting   []int64 // of each type, tasks to place; of daemons 0
	daemons   []int   // types
	ready     int     // daemons that could be placed now, each on each instance
}

// host is an instance in a run.
type host struct {
	class  int
	free   []int64
	groups map[string]int64 // tasks by group
	tasks  int64
	ready  int // daemons that could be placed here
}

func newReplay(c *Constraints) (*replay, error) {
	e := &replay{Constraints: c, waiting: make([]int64, len(c.problem.Types))}
	for t, typ := range c.problem.Types {
		if typ.Daemon {
			e.daemons = append(e.daemons, t)
		} else {
			e.waiting[t] = typ.Count
		}
	}
	for i, class := range c.problem.Classes {
		e.first = append(e.first, len(e.instances))
		if class.Count > min(replayInstances, replayNumbers/int64(len(class.Capacity)+1))-int64(len(e.instances)) {
			return nil, errTooLarge
		}
		for range class.Count {
			h := &host{class: i, free: slices.Clone(class.Capacity), groups: map[string]int64{}}
			for _, r := range class.Running {
				if r.Count > 0 {
					h.groups[r.Group] += r.Count
					h.tasks += r.Count
				}
			}
			e.instances = append(e.instances, h)
			e.countReady(h)
		}
	}
	return e, nil
}

// holds tells whether all that is asked of an instance but room is as the type wants it.
func (e *replay) holds(t int, h *host) bool {
	typ := &e.problem.Types[t]
	switch {
	case !e.may[t][h.class], typ.Daemon && h.groups[typ.Group] > 0:
		return false
	case !e.dynamic[t]:
		return true
	}
	var groups []string
	for g := range h.groups {
		groups = append(groups, g)
	}
	return e.MayBeside(t, h.class, groups, h.tasks)
}

func (e *replay) feasible(t int, h *host) bool {
	return fits(1, e.problem.Types[t].Demand, h.free) == 1 && e.holds(t, h)
}

func (e *replay) countReady(h *host) {
	e.ready -= h.ready
	h.ready = 0
	for _, t := range e.daemons {
		if e.feasible(t, h) {
			h.ready++
		}
	}
	e.ready += h.ready
}

func (e *replay) step(s Step) error {
	if s[0] < 0 || s[0] >= int64(len(e.waiting)) || s[1] < 0 || s[1] >= int64(len(e.first)) ||
		s[2] < 0 || s[2] >= e.problem.Classes[s[1]].Count {
		return errors.New("there is no such type or instance")
	}
	t, h := int(s[0]), e.instances[e.first[s[1]]+int(s[2])]
	typ := &e.problem.Types[t]
	switch {
	case !typ.Daemon && e.waiting[t] == 0:
		return fmt.Errorf("no task of %s waits", typ.Name)
	case !typ.Daemon && e.ready > 0:
		return errors.New("a daemon would be placed first")
	case !e.feasible(t, h):
		return fmt.Errorf("%s can't be placed on %s %d", typ.Name, e.problem.Classes[h.class].Name, s[2])
	case !typ.Daemon && !e.best(t, h):
		return fmt.Errorf("the strategy of %s ranks another instance better than %s %d", typ.Name, e.problem.Classes[h.class].Name, s[2])
	}
	if !typ.Daemon {
		e.waiting[t]--
	}
	take(h.free, typ.Demand, 1)
	h.groups[typ.Group]++
	h.tasks++
	e.countReady(h)
	return nil
}

// end checks that no step is left, and what waits.
func (e *replay) end(claimed []int64) error {
	waiting := slices.Clone(e.waiting)
	for t, n := range waiting {
		for _, h := range e.instances {
			if (n > 0 || e.problem.Types[t].Daemon) && e.feasible(t, h) {
				return fmt.Errorf("a task of %s could still be placed", e.problem.Types[t].Name)
			}
			if e.problem.Types[t].Daemon && e.holds(t, h) {
				waiting[t]++
			}
		}
	}
	if !slices.Equal(waiting, claimed) {
		return errors.New("other tasks wait than the run says")
	}
	return nil
}
