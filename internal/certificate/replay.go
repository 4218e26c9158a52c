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
	running   map[string][]int64 // of each group of which there are any, and each class, tasks
	ready     map[*host]bool     // instances on which a daemon could be placed now
}

// host is an instance.
type host struct {
	class  int
	free   []int64
	groups map[string]int64 // tasks by group
	tasks  int64
}

// replay takes the steps: as ECS may, or, if they are given, as what runs already.
func (c *checker) replay(steps []Step, given bool) (*replay, error) {
	e := &replay{checker: c, running: map[string][]int64{}, ready: map[*host]bool{}, waiting: make([]int64, len(c.problem.Types))}
	for t, typ := range c.problem.Types {
		if !typ.Daemon {
			e.waiting[t] = typ.Count
		}
	}
	for i, class := range c.problem.Classes {
		e.first = append(e.first, len(e.instances))
		for range class.Count {
			c.spend(1000 + dear*(len(class.Capacity)+len(class.Running)))
			h := &host{class: i, free: slices.Clone(class.Capacity), groups: map[string]int64{}}
			for _, r := range class.Running {
				e.count(h, r.Group, r.Count)
			}
			e.instances = append(e.instances, h)
			e.seat(h)
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
	if e.running[group] == nil {
		e.spend(dear * len(e.problem.Classes))
		e.running[group] = make([]int64, len(e.problem.Classes))
	}
	e.running[group][h.class] += n
}

// put places tasks on an instance, or takes them away.
func (e *replay) put(h *host, t int, times int64) {
	take(h.free, e.problem.Types[t].Demand, times)
	e.count(h, e.problem.Types[t].Group, times)
	e.seat(h)
}

// holds tells whether all that is asked of an instance but room is as the type wants it.
func (e *replay) holds(t int, h *host) bool {
	if typ := &e.problem.Types[t]; !e.may[t][h.class] || typ.Daemon && h.groups[typ.Group] > 0 {
		return false
	}
	if !e.Dynamic(t) {
		return true
	}
	for _, x := range e.problem.Types[t].MemberOf {
		e.spend(x.cost() * (1 + len(h.groups)))
	}
	return e.MayBeside(t, h.class, slices.Collect(maps.Keys(h.groups)), h.tasks)
}

func (e *replay) feasible(t int, h *host) bool {
	e.spend(len(h.free))
	return fits(1, e.problem.Types[t].Demand, h.free) == 1 && e.holds(t, h)
}

// seat notes whether a daemon could be placed on an instance that has changed.
func (e *replay) seat(h *host) {
	delete(e.ready, h)
	for t := range e.problem.Types {
		if e.problem.Types[t].Daemon && e.feasible(t, h) {
			e.ready[h] = true
		}
	}
	e.spend(len(e.problem.Types))
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
	case len(e.ready) > 0:
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
