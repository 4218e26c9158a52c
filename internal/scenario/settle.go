package scenario

import (
	"context"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// settled is a plan in which all tasks run.
type settled struct {
	plan    *Plan
	assumed []string
}

// placedOnce keeps calls of run-task from being placed once more.
var placedOnce = Change{Job: func(j *Job) {
	if j.Standalone {
		j.Count = 0
	}
}}

// settle has all tasks run: those that the fleet doesn't list where a run of ECS may have placed them. It tells of each group from which one of the
// plan's it is. Nil where not all have a place.
func (p *Plan) settle(ctx context.Context, b place.Budget) (s *settled, from []int) {
	q := p.instances()
	if q == nil {
		return nil, nil
	}
	q = q.least()
	q.Scenarios = q.Scenarios[:1]
	shown, result := Judge(ctx, q, b, nil).Shows()
	run := result.Complete()
	if run == nil {
		return nil, nil
	}
	end, _ := shown.end(&place.Result{Proofs: []*certificate.Certificate{run}})
	held := make([][]fleet.Held, len(p.Fleet.Groups))
	s = &settled{}
	for i, c := range end.class {
		var running []fleet.Running
		for t, n := range end.held[i] {
			if j := shown.Jobs[t]; n > 0 && !j.Daemon {
				running = append(running, j.running(n))
			}
		}
		held[c] = fleet.Hold(held[c], running)
		if len(running) > 0 && s.assumed == nil {
			s.assumed = []string{"Tasks that the fleet file doesn't list run where one run of ECS may have placed them."}
		}
	}
	for i, contents := range held {
		for range contents {
			from = append(from, i)
		}
	}
	plan, problems := p.With(placedOnce, Change{Fleet: func(f *fleet.Fleet) { f.Settle(held) }})
	if len(problems) > 0 {
		return nil, nil
	}
	s.plan = plan
	return s, from
}

// running is so many tasks of a job, as a fleet tells of them.
func (j *Job) running(count int64) fleet.Running {
	r := fleet.Running{
		Group: j.Group, Count: count, At: j.CountAt,
		Amounts: fleet.Amounts{CPU: j.Demand.cpu.n, Memory: j.Demand.memory.n, ENIs: j.Demand.enis.n, GPUs: j.Demand.gpus.n},
	}
	for _, p := range j.Demand.ports {
		if p.udp {
			r.UDP = append(r.UDP, p.number)
		} else {
			r.TCP = append(r.TCP, p.number)
		}
	}
	return r
}
