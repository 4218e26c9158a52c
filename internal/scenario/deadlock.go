package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// stuckEvent is what AWS sends of a deployment that may neither start nor stop a task, or that has no room for one more.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
func (s Scenario) stuckEvent(j *Job, d *place.Deployment, r *place.Rollout) string {
	if r.Window.Blocks(d.Problem.Types[d.Old].Count) {
		return fmt.Sprintf("(service %s) was unable to stop or start tasks during a deployment because of the service deployment configuration. "+
			"Update the minimumHealthyPercent or maximumPercent value and try again.", strings.TrimPrefix(j.Group, "service:"))
	}
	for _, proof := range r.Proofs {
		if proof.Kind == certificate.KindStuck {
			at := Scenario{Problem: d.Problem, Jobs: append(slices.Clip(s.Jobs), j.successor())}
			return at.explain(deadlock(proof), d.New, 1).Event
		}
	}
	return ""
}

// deadlock is what the instances hold at the end of a rolling update.
func deadlock(proof *certificate.Certificate) *state {
	s, r := newState(proof.Problem), proof.Rollout
	for _, step := range slices.Concat(r.Running, r.Steps) {
		s.place(int(step[0]), s.instance(int(step[1]), step[2]), 1)
	}
	for _, move := range r.Moves {
		count := int64(1)
		if move[0] == int64(r.Old) {
			count = -1
		}
		s.place(int(move[0]), s.instance(int(move[1]), move[2]), count)
	}
	return s
}
