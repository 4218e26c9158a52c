package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
)

// oneEach makes a daemon a service with a task for each instance that it may run on, and no more than one on any: its update has the same
// moves. False where what else runs decides where that is. Before is the problem without the new revision.
func oneEach(d *place.Deployment, before *certificate.Problem) bool {
	p := d.Problem
	constraints, err := before.Constraints()
	if err != nil || slices.ContainsFunc(slices.Concat(p.Types[d.Old].MemberOf, p.Types[d.New].MemberOf), func(e certificate.Expression) bool { return e.Dynamic }) {
		return false
	}
	var count int64
	for c, class := range p.Classes {
		if constraints.Excludes(d.Old, c).Because == "" {
			count += class.Count
		}
	}
	if count == 0 {
		return false
	}
	own := distinct + p.Types[d.Old].Group
	p.Types, p.Classes = slices.Clone(p.Types), slices.Clone(p.Classes)
	if !slices.Contains(p.Resources, own) {
		p.Resources = append(slices.Clip(p.Resources), own)
		for t := range p.Types {
			p.Types[t].Demand = append(slices.Clip(p.Types[t].Demand), 0)
		}
		for c := range p.Classes {
			p.Classes[c].Capacity = append(slices.Clip(p.Classes[c].Capacity), 1)
		}
	}
	r := slices.Index(p.Resources, own)
	for _, t := range []int{d.Old, d.New} {
		daemon := &p.Types[t]
		daemon.Demand = slices.Clone(daemon.Demand)
		daemon.Demand[r], daemon.Daemon, daemon.Strategy = 1, false, []certificate.Strategy{{Type: "random"}}
	}
	p.Types[d.Old].Count = count
	return true
}

// daemonFirst takes back that the deployment of a daemon may end in a deadlock, where the run that it begins with places other tasks
// before the daemon's: ECS doesn't.
func (j *Job) daemonFirst(r *place.Rollout) {
	if !j.Daemon || r.Verdict != place.CanFinish {
		return
	}
	for _, proof := range r.Proofs {
		if proof.Rollout == nil {
			continue
		}
		others := false
		for _, step := range proof.Rollout.Steps {
			isDaemon := step[0] == int64(proof.Rollout.Old)
			if isDaemon && others {
				r.Verdict, r.Why, r.Proofs = place.Undecided, "what was found begins with a run in which other tasks are placed before the daemon's", nil
				return
			}
			others = others || !isDaemon
		}
	}
}
