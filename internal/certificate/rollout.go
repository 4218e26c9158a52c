package certificate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Rollout is a rolling update: from tasks that run, moves within the limits of the deployment configuration.
//
// What AWS leaves open is taken such that both readings hold: a task that stops frees its resources for placement at once, as AWS says, and
// counts as existing until it has stopped.
type Rollout struct {
	Old                   int   `json:"old"` // the type of the tasks that are replaced; its count is the service's desired count
	New                   int   `json:"new"` // the type of the new tasks; its count is 0
	MinimumHealthyPercent int64 `json:"minimumHealthyPercent"`
	MaximumPercent        int64 `json:"maximumPercent"`

	// The beginning: what runs, or else a run that places all tasks of the problem. Of a class, the instances are filled in the order of Running.
	Running []Filled `json:"running,omitzero"`
	Steps   []Step   `json:"steps,omitempty"`

	Moves []Move `json:"moves"`
}

// Move is one change of one task.
type Move struct {
	Do       string `json:"do"` // START, HEALTHY (of the new type), STOP, FINISH (of the old: it has stopped)
	Class    int    `json:"class"`
	Instance int64  `json:"instance"` // in its class, from 0
}

func (r *Rollout) check(c *Constraints, stuck bool) error {
	u, err := r.begin(c)
	if err != nil {
		return err
	}
	for i, m := range r.Moves {
		if err := u.move(m); err != nil {
			return fmt.Errorf("move %d, %s: %w", i+1, m.Do, err)
		}
	}
	desired := c.problem.Types[r.Old].Count
	finished := u.old == 0 && u.new == desired
	switch {
	case u.pending > 0 || u.stopping > 0:
		return errors.New("at the end a task is still starting or stopping")
	case !stuck && !finished:
		return errors.New("it doesn't finish")
	case stuck && finished:
		return errors.New("it finishes")
	case stuck && (u.mayStop() || u.mayStart() && slices.ContainsFunc(u.instances, func(h *host) bool { return u.feasible(r.New, h) })):
		return errors.New("there is a move left")
	}
	return nil
}

// update is the state of a rolling update.
type update struct {
	*replay
	*Rollout
	lower, upper int64
	now          map[*host]*revisions

	old, new, pending, stopping int64 // tasks; pending ones are new too
}

// revisions are the service's tasks on an instance.
type revisions struct{ old, pending, stopping int64 }

// begin is the state before the first move.
func (r *Rollout) begin(c *Constraints) (*update, error) {
	p := c.problem
	if r.Old < 0 || r.Old >= len(p.Types) || r.New < 0 || r.New >= len(p.Types) || r.Old == r.New {
		return nil, errors.New("there are no such types")
	}
	old, young := &p.Types[r.Old], &p.Types[r.New]
	if old.Daemon || young.Daemon || old.Group != young.Group || young.Count != 0 || old.Count > 1<<40 {
		return nil, errors.New("the types are not two revisions of a service")
	}
	if r.MinimumHealthyPercent < 0 || r.MaximumPercent < 0 || max(r.MinimumHealthyPercent, r.MaximumPercent) > 1<<20 {
		return nil, errRange
	}
	replay, err := newReplay(c)
	if err != nil {
		return nil, err
	}
	u := &update{replay: replay, Rollout: r, now: map[*host]*revisions{}, old: old.Count}
	u.lower, u.upper = (old.Count*r.MinimumHealthyPercent+99)/100, old.Count*r.MaximumPercent/100
	for _, h := range u.instances {
		u.now[h] = &revisions{}
	}
	if r.Running != nil {
		return u, u.fill(c)
	}
	for i, s := range r.Steps {
		if err := u.step(s); err != nil {
			return nil, fmt.Errorf("step %d: %w", i+1, err)
		}
		if s[0] == int64(r.Old) {
			u.now[u.instances[u.first[s[1]]+int(s[2])]].old++
		}
	}
	return u, u.end(make([]int64, len(p.Types)))
}

// fill begins with what runs.
func (u *update) fill(c *Constraints) error {
	if u.Steps != nil {
		return errors.New("it begins in two ways")
	}
	if err := checkAssignment(c, u.Running); err != nil {
		return err
	}
	next := slices.Clone(u.first)
	for _, f := range u.Running {
		for range f.Instances {
			h := u.instances[next[f.Class]]
			next[f.Class]++
			for _, t := range f.Tasks {
				u.put(h, t.Type, t.Count)
				if t.Type == u.Old {
					u.now[h].old += t.Count
				}
			}
		}
	}
	return nil
}

// put places tasks on an instance, or takes them away.
func (u *update) put(h *host, t int, times int64) {
	typ := &u.problem.Types[t]
	take(h.free, typ.Demand, times)
	h.tasks += times
	if h.groups[typ.Group] += times; h.groups[typ.Group] == 0 {
		delete(h.groups, typ.Group)
	}
}

// healthy are the tasks that count for the lower limit.
func (u *update) healthy() int64 { return u.old + u.new - u.pending }

func (u *update) mayStop() bool { return u.old > 0 && u.healthy() > u.lower }

func (u *update) mayStart() bool {
	return u.new < u.problem.Types[u.Old].Count && u.old+u.new+u.stopping < u.upper
}

func (u *update) move(m Move) error {
	if m.Class < 0 || m.Class >= len(u.first) || m.Instance < 0 || m.Instance >= u.problem.Classes[m.Class].Count {
		return errors.New("there is no such instance")
	}
	h := u.instances[u.first[m.Class]+int(m.Instance)]
	on := u.now[h]
	switch {
	case m.Do == "START" && u.mayStart() && u.feasible(u.New, h) && u.best(u.New, h):
		u.put(h, u.New, 1)
		on.pending++
		u.new, u.pending = u.new+1, u.pending+1
	case m.Do == "HEALTHY" && on.pending > 0:
		on.pending--
		u.pending--
	case m.Do == "STOP" && u.mayStop() && on.old > 0:
		u.put(h, u.Old, -1)
		on.old, on.stopping = on.old-1, on.stopping+1
		u.old, u.stopping = u.old-1, u.stopping+1
	case m.Do == "FINISH" && on.stopping > 0:
		on.stopping--
		u.stopping--
	default:
		return errors.New("it can't be made")
	}
	return nil
}

func (r *Rollout) claim(p *Problem, stuck bool) string {
	desired := p.Types[r.Old].Count
	if !stuck {
		return fmt.Sprintf("the deployment of %s may finish: all %s replaced in %s", p.Types[r.Old].Name, count(desired, "task"), count(int64(len(r.Moves)), "move"))
	}
	c, err := p.Constraints()
	if err != nil {
		return err.Error()
	}
	u, err := r.begin(c)
	for _, m := range r.Moves {
		if err == nil {
			err = u.move(m)
		}
	}
	if err != nil {
		return err.Error()
	}
	text := fmt.Sprintf("the deployment of %s may stop at %d new and %s: ", p.Types[r.Old].Name, u.new, count(u.old, "old task"))
	if u.old > 0 {
		text += fmt.Sprintf("none may be stopped (%d are healthy, at least %d have to be), and ", u.healthy(), u.lower)
	}
	if u.old+u.new >= u.upper {
		return text + fmt.Sprintf("none may be started (%d exist, at most %d may)", u.old+u.new, u.upper)
	}
	return text + "no instance can take a new one: " + u.lacks()
}

// lacks tells for each class why an instance of it, the first, can't take a new task.
func (u *update) lacks() string {
	var reasons []string
	for c, class := range u.problem.Classes {
		if class.Count == 0 {
			continue
		}
		b, h := u.Excludes(u.New, c), u.instances[u.first[c]]
		for r, need := range u.problem.Types[u.New].Demand {
			if b.Because == "" && need > h.free[r] {
				b = Blocked{Class: c, Because: "resource", Resource: r, Need: need, Have: h.free[r]}
			}
		}
		if b.Because == "" {
			reasons = append(reasons, class.Name+" is ruled out by what runs there")
			continue
		}
		reasons = append(reasons, fmt.Sprintf("on %s it %s", class.Name, b.claim(u.problem, u.New)))
	}
	return strings.Join(reasons, "; ")
}
