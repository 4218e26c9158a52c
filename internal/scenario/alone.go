package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Alone are the reasons, each by itself enough, for which the tasks of a job can't all be placed even if there were no others: in
// every scenario. None where there is no such reason.
func (q *Question) Alone(j *Job) []Waiting {
	if q.Partly || len(q.Scenarios) == 0 {
		return nil
	}
	reasons := q.Scenarios[0].alone(j)
	for _, s := range q.Scenarios[1:] {
		others := s.alone(j)
		reasons = slices.DeleteFunc(reasons, func(w Waiting) bool {
			return !slices.ContainsFunc(others, func(o Waiting) bool { return o.Because == w.Because && o.expression == w.expression })
		})
	}
	return reasons
}

func (s Scenario) alone(j *Job) []Waiting {
	var all []Waiting
	for t, of := range s.Jobs {
		if of != j || s.Problem.Types[t].Daemon {
			continue
		}
		for _, w := range s.reasons(t) {
			if !slices.ContainsFunc(all, func(o Waiting) bool { return o.Because == w.Because && o.expression == w.expression }) {
				all = append(all, w)
			}
		}
	}
	return all
}

// reasons are those of one type: each looks at nothing but one of its needs; where none of them is enough, all together.
func (s Scenario) reasons(t int) []Waiting {
	tasks, p := s.Problem.Types[t], s.Problem
	w := Waiting{Job: s.Jobs[t], Type: t, Count: tasks.Count, wanted: tasks.Count}
	var all []Waiting
	add := func(w Waiting) {
		w.Event = s.event(w)
		all = append(all, w)
	}
	if len(p.Classes) == 0 {
		add(w)
		return all
	}
	passes := func(ok func(class int) bool) bool {
		for c := range p.Classes {
			if ok(c) {
				return true
			}
		}
		return false
	}
	ofProvider := func(c int) bool { return tasks.Provider == "" || tasks.Provider == p.Classes[c].Provider }
	for because, ok := range map[string]func(int) bool{
		"provider": ofProvider,
		"zone":     func(c int) bool { return len(tasks.Zones) == 0 || slices.Contains(tasks.Zones, p.Classes[c].Zone) },
	} {
		if !passes(ok) {
			w.Because = because
			add(w)
		}
	}
	for i, e := range tasks.MemberOf {
		if !passes(func(c int) bool { return e.Holds[c] }) {
			w.Because, w.expression = "memberOf", i
			add(w)
		}
	}
	w.expression = 0
	for r, name := range p.Resources {
		if n := tasks.Demand[r]; n > 0 {
			var fit, most int64
			for c, class := range p.Classes {
				if !ofProvider(c) && passes(ofProvider) {
					continue
				}
				most = max(most, class.Capacity[r])
				fit += class.Count * (class.Capacity[r] / n)
			}
			if fit < tasks.Count {
				w.Because, w.Need, w.Have, w.Count, w.fitsNowhere = name, n, most, tasks.Count-fit, most < n
				add(w)
			}
		}
	}
	if len(all) == 0 {
		return s.together(t)
	}
	slices.SortFunc(all, func(a, b Waiting) int {
		return slices.Index(p.Resources, a.Because) - slices.Index(p.Resources, b.Because)
	})
	return all
}

// together is why tasks of a type wait that have all instances for themselves.
func (s Scenario) together(t int) []Waiting {
	state := newState(s.Problem)
	left := s.Problem.Types[t].Count
	for i := range state.class {
		for left > 0 {
			if because, _, _ := state.blocked(t, i); because != "" {
				break
			}
			state.place(t, i, 1)
			left--
		}
	}
	if left == 0 {
		return nil
	}
	w := s.explain(state, t, left)
	w.Blockers, w.together, w.wanted = nil, true, s.Problem.Types[t].Count
	return []Waiting{w}
}

// But is the question without some jobs.
func (q *Question) But(left func(*Job) bool) *Question {
	but := &Question{Name: q.Name, Partly: q.Partly}
	for _, s := range q.Scenarios {
		rest := Scenario{Label: s.Label, choice: s.choice}
		problem := *s.Problem
		problem.Types = []certificate.Type{}
		for t, j := range s.Jobs {
			if !left(j) {
				problem.Types = append(problem.Types, s.Problem.Types[t])
				rest.Jobs = append(rest.Jobs, j)
			}
		}
		rest.Problem = &problem
		but.Scenarios = append(but.Scenarios, rest)
	}
	return but
}
