package certificate

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

func (r *Run) check(c *checker) error {
	e, err := c.replay(r.Steps, false)
	if err != nil {
		return err
	}
	return e.end(r.Waiting)
}

// replay is the state of instances on which tasks are placed one by one.
type replay struct {
	*checker
	instances []*host
	first     []int              // of each class, where its instances begin
	waiting   []int64            // of each type, tasks to place; of daemons 0
	running   map[string][]int64 // of each group and class, tasks
	ready     int                // daemons that could be placed now, each on each instance
}

// host is an instance.
type host struct {
	class  int
	free   []int64
	groups map[string]int64 // tasks by group
	tasks  int64
	ready  int // daemons that could be placed here
}

// replay takes the steps: as ECS may, or, if they are given, as what runs already.
func (c *checker) replay(steps []Step, given bool) (*replay, error) {
	e := &replay{checker: c, running: map[string][]int64{}, waiting: make([]int64, len(c.problem.Types))}
	for t, typ := range c.problem.Types {
		if e.running[typ.Group] = make([]int64, len(c.problem.Classes)); !typ.Daemon {
			e.waiting[t] = typ.Count
		}
	}
	for i, class := range c.problem.Classes {
		e.first = append(e.first, len(e.instances))
		for range class.Count {
			const dear = 30 // memory
			c.spend(dear * (1 + len(class.Capacity) + len(class.Running)))
			h := &host{class: i, free: slices.Clone(class.Capacity), groups: map[string]int64{}}
			for _, r := range class.Running {
				e.count(h, r.Group, r.Count)
			}
			e.instances = append(e.instances, h)
			e.countReady(h)
		}
	}
	for i, s := range steps {
		if err := e.step(s, given); err != nil {
			return nil, fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	return e, nil
}

// count counts tasks of a group on an instance.
func (e *replay) count(h *host, group string, n int64) {
	h.tasks += n
	if h.groups[group] += n; h.groups[group] == 0 {
		delete(h.groups, group)
	}
	if running := e.running[group]; running != nil {
		running[h.class] += n
	}
}

// put places tasks on an instance, or takes them away.
func (e *replay) put(h *host, t int, times int64) {
	take(h.free, e.problem.Types[t].Demand, times)
	e.count(h, e.problem.Types[t].Group, times)
	e.countReady(h)
}

// holds tells whether all that is asked of an instance but room is as the type wants it.
func (e *replay) holds(t int, h *host) bool {
	if typ := &e.problem.Types[t]; !e.may[t][h.class] || typ.Daemon && h.groups[typ.Group] > 0 {
		return false
	}
	if !e.dynamic[t] {
		return true
	}
	e.spend(len(h.groups))
	return e.MayBeside(t, h.class, slices.Collect(maps.Keys(h.groups)), h.tasks)
}

func (e *replay) feasible(t int, h *host) bool {
	e.spend(len(h.free))
	return fits(1, e.problem.Types[t].Demand, h.free) == 1 && e.holds(t, h)
}

func (e *replay) countReady(h *host) {
	e.spend(len(e.problem.Types))
	e.ready -= h.ready
	h.ready = 0
	for t := range e.problem.Types {
		if e.problem.Types[t].Daemon && e.feasible(t, h) {
			h.ready++
		}
	}
	e.ready += h.ready
}

// at are the type and the instance of a step.
func (e *replay) at(s Step) (int, *host, error) {
	if s[0] < 0 || s[0] >= int64(len(e.waiting)) || s[1] < 0 || s[1] >= int64(len(e.first)) || s[2] < 0 || s[2] >= e.problem.Classes[s[1]].Count {
		return 0, nil, errors.New("there is no such type or instance")
	}
	return int(s[0]), e.instances[e.first[s[1]]+int(s[2])], nil
}

// step places a task. Where it is given all that counts is that there is room.
func (e *replay) step(s Step, given bool) error {
	t, h, err := e.at(s)
	if err != nil {
		return err
	}
	typ := &e.problem.Types[t]
	switch {
	case !e.may[t][h.class] || fits(1, typ.Demand, h.free) == 0 || !given && !e.holds(t, h):
		return fmt.Errorf("%s can't be placed on %s %d", typ.Name, e.problem.Classes[h.class].Name, s[2])
	case !typ.Daemon && e.waiting[t] == 0:
		return fmt.Errorf("no task of %s waits", typ.Name)
	case given || typ.Daemon:
	case e.ready > 0:
		return errors.New("a daemon would be placed first")
	case !e.best(t, h):
		return fmt.Errorf("the strategy of %s ranks another instance better than %s %d", typ.Name, e.problem.Classes[h.class].Name, s[2])
	}
	if !typ.Daemon {
		e.waiting[t]--
	}
	e.put(h, t, 1)
	return nil
}

// end checks that no step is left, and what waits.
func (e *replay) end(claimed []int64) error {
	waiting := slices.Clone(e.waiting)
	for t, typ := range e.problem.Types {
		if waiting[t] == 0 && !typ.Daemon {
			continue
		}
		for _, h := range e.instances {
			switch {
			case e.feasible(t, h):
				return fmt.Errorf("a task of %s could still be placed", typ.Name)
			case typ.Daemon && e.holds(t, h):
				waiting[t]++
			}
		}
	}
	if !slices.Equal(waiting, claimed) {
		return errors.New("other tasks wait than the run says")
	}
	return nil
}
