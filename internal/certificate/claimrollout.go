package certificate

import (
	"fmt"
	"slices"
	"strings"
)

func (r ending) claim(p *Problem) string {
	c, err := newChecker(p, budget)
	if err != nil {
		return err.Error()
	}
	u, err := r.play(c)
	if err != nil {
		return err.Error()
	}
	name := r.name(p, r.Running != nil)
	if !r.stuck {
		all := "its task"
		if u.desired != 1 {
			all = fmt.Sprintf("all %d tasks", u.desired)
		}
		return fmt.Sprintf("%s may finish: %s replaced in %s", name, all, count(int64(len(r.Moves)), "move"))
	}
	text := fmt.Sprintf("%s may stop at %d new and %s: ", name, u.new, count(u.old, "old task"))
	if u.old > 0 {
		text += fmt.Sprintf("none may be stopped (%d healthy, at least %d required), and ", r.Staying+u.old+u.new, r.Staying+u.lower)
	}
	if u.old+u.new >= u.upper {
		return text + fmt.Sprintf("none may be started (%d of at most %d exist)", r.Staying+u.old+u.new, r.Staying+u.upper)
	}
	return text + fmt.Sprintf("no %s can take a new one: ", p.place()) + u.lacks()
}

// name is what the update is; given tells that it begins with what runs.
func (u *Update) name(p *Problem, given bool) string {
	switch {
	case slices.Contains(p.Resources, Draining):
		return "the draining of tasks of " + p.Types[u.Old].Name
	case given:
		return fmt.Sprintf("the deployment of %s, from what runs,", p.Types[u.Old].Name)
	}
	return "the deployment of " + p.Types[u.Old].Name
}

// lacks tells for each class why an instance of it, the first, can't take a new task.
func (u *updating) lacks() string {
	var reasons []string
	for c, class := range u.problem.Classes {
		if class.Count > 0 {
			b := u.blocks(u.New, c, u.instances[u.first[c]].free)
			if b.ofAnother(u.problem) {
				continue
			}
			reasons = append(reasons, fmt.Sprintf("on %s it %s", class.Name, b.claim(u.problem, u.New)))
		}
	}
	return strings.Join(reasons, "; ")
}

func (f *Finishes) claim(p *Problem) string {
	text := f.name(p, f.Running != nil) + " always finishes: each old task that stops leaves room for a new one, and "
	if w, err := f.window(p); err == nil && w.lower < w.desired {
		return text + fmt.Sprintf("%d may be stopped first", w.desired-w.lower)
	}
	if f.Running != nil {
		return text + "there is room for one more before"
	}
	return text + "there is room for one more before, wherever the tasks run"
}

func (e *Endless) claim(p *Problem) string {
	w, _ := e.window(p)
	text := e.name(p, e.Running != nil) + fmt.Sprintf(" never finishes: no old task may be stopped first (at least %d of %d have to be healthy), and ", e.Staying+w.lower, e.Staying+w.desired)
	if w.upper <= w.desired {
		return text + fmt.Sprintf("no new one may be started (at most %d may exist)", e.Staying+w.upper)
	}
	text += "there is no room for a new one"
	if e.Running != nil {
		return text
	}
	text += ": "
	switch more := p.oneMore(e.New); {
	case e.Single != nil:
		return text + e.Single.claim(more)
	case e.Weights != nil:
		return text + e.Weights.claim(more)
	default:
		return text + e.Tree.claim(more)
	}
}
