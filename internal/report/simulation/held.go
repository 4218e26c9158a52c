package simulation

import (
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// held is what instances hold on the way of a run.
type held struct {
	problem *certificate.Problem
	tasks   map[spot][]int64 // for each type
}

// spot is an instance: its class, and which of the class.
type spot struct {
	class int
	index int64
}

// ran is what the instances hold after the steps of a run.
func ran(p *certificate.Problem, steps []certificate.Step) held {
	h := held{p, map[spot][]int64{}}
	for _, s := range steps {
		h.add(spot{int(s[1]), s[2]}, int(s[0]), 1)
	}
	return h
}

// add places tasks, or takes them away. Types and classes that are not there count for nothing.
func (h held) add(on spot, t int, count int64) {
	if t < 0 || t >= len(h.problem.Types) || on.class < 0 || on.class >= len(h.problem.Classes) {
		return
	}
	if h.tasks[on] == nil {
		h.tasks[on] = make([]int64, len(h.problem.Types))
	}
	h.tasks[on][t] += count
}

// filled is each instance that holds something, in their order.
func (h held) filled() []certificate.Filled {
	order := slices.SortedFunc(maps.Keys(h.tasks), func(a, b spot) int {
		if a.class != b.class {
			return a.class - b.class
		}
		return int(a.index - b.index)
	})
	var all []certificate.Filled
	for _, i := range order {
		filled := certificate.Filled{Class: i.class, Instances: 1}
		for t, n := range h.tasks[i] {
			if n > 0 {
				filled.Tasks = append(filled.Tasks, certificate.Tasks{Type: t, Count: n})
			}
		}
		if filled.Tasks != nil {
			all = append(all, filled)
		}
	}
	return all
}
