package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// state is what the instances have free.
type state struct {
	problem *certificate.Problem
	class   []int     // of each instance
	first   []int     // of each class, its first instance
	free    [][]int64 // of each instance
	held    [][]int64 // of each instance, how many tasks of each type were placed
}

func newState(p *certificate.Problem) *state {
	s := &state{problem: p}
	for c, class := range p.Classes {
		s.first = append(s.first, len(s.class))
		for range class.Count {
			s.class = append(s.class, c)
			s.free = append(s.free, slices.Clone(class.Capacity))
			s.held = append(s.held, make([]int64, len(p.Types)))
		}
	}
	return s
}

func (s *state) instance(class int, index int64) int { return s.first[class] + int(index) }

// place places tasks; less than none takes them away.
func (s *state) place(t, instance int, count int64) {
	s.held[instance][t] += count
	for r, n := range s.problem.Types[t].Demand {
		s.free[instance][r] -= count * n
	}
}

// fill places what fits, daemons first, and tells what waits.
func (s *state) fill(p *certificate.Problem) []int64 {
	waiting := make([]int64, len(p.Types))
	for _, daemons := range []bool{true, false} {
		for t, tasks := range p.Types {
			if tasks.Daemon != daemons {
				continue
			}
			wanted := tasks.Count
			for i := range s.class {
				because, _, _ := s.blocked(t, i)
				if daemons && because != "provider" && because != "memberOf" && because != "zone" {
					wanted = 1
				} else if daemons {
					continue
				}
				for wanted > 0 && because == "" {
					s.place(t, i, 1)
					wanted--
					because, _, _ = s.blocked(t, i)
				}
				if daemons {
					waiting[t] += wanted
				}
			}
			if !daemons {
				waiting[t] = wanted
			}
		}
	}
	return waiting
}

// blocked is why a task of a type can't be placed on an instance now; "" where it can.
func (s *state) blocked(t, instance int) (because string, need, have int64) {
	tasks, class := s.problem.Types[t], s.problem.Classes[s.class[instance]]
	switch {
	case tasks.Provider != "" && tasks.Provider != class.Provider:
		return "provider", 0, 0
	case len(tasks.Zones) > 0 && !slices.Contains(tasks.Zones, class.Zone):
		return "zone", 0, 0
	case slices.ContainsFunc(tasks.MemberOf, func(e certificate.Expression) bool { return !e.Holds[s.class[instance]] }):
		return "memberOf", 0, 0
	}
	for r, n := range tasks.Demand {
		if n > s.free[instance][r] {
			return s.problem.Resources[r], n, s.free[instance][r]
		}
	}
	return "", 0, 0
}
