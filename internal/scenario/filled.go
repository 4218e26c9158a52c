package scenario

import "github.com/ecslint/ecslint/internal/certificate"

// Filled is what the instances hold when the types are placed one after the other, and what waits then. It shows what there is no
// room for: it needn't be a run of ECS.
func (s Scenario) Filled() (filled []certificate.Filled, waiting []int64) {
	state := newState(s.Problem)
	waiting = state.fill(s.Problem)
	for i, class := range state.class {
		on := certificate.Filled{Class: class, Instances: 1}
		for t, n := range state.held[i] {
			if n > 0 {
				on.Tasks = append(on.Tasks, certificate.Tasks{Type: t, Count: n})
			}
		}
		filled = append(filled, on)
	}
	return filled, waiting
}

// OnInstances tells whether a question is about container instances, not about Fargate.
func (q *Question) OnInstances() bool { return q.build != nil }
