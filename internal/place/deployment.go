package place

import (
	"context"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Deployment is a rolling update of one service: the tasks of one type are replaced by those of another, while the other tasks stay where
// they are.
type Deployment struct {
	// Problem holds the fleet, what runs on it, and both revisions. Types[Old].Count is the desired count, Types[New].Count is 0; both have the
	// service's group. The other types are the other services and daemons.
	Problem  *certificate.Problem
	Old, New int

	MinimumHealthyPercent, MaximumPercent int64

	// Running is what runs at the beginning, all tasks of the problem. Nil: each way in which a run can place them all.
	Running []certificate.Filled
}

// Rollout is a verdict about a deployment, and what proves it. New tasks are taken to become healthy, and old ones to stop.
type Rollout struct {
	Verdict RolloutVerdict
	Why     string
	Window  Window // how many tasks have to be healthy, and how many may exist

	// Proofs are a rollout that finishes (certificate.KindRollout), one that ends in a deadlock (certificate.KindStuck), or both.
	Proofs []*certificate.Certificate

	Nodes int64 // what was used of the budget
}

// RolloutVerdict is what becomes of a deployment.
type RolloutVerdict string

const (
	AlwaysFinishes RolloutVerdict = "always finishes" // no deadlock can be reached
	CanFinish      RolloutVerdict = "can finish"      // it may finish, and it may end in a deadlock
	Stuck          RolloutVerdict = "stuck"           // it never finishes
	Undecided      RolloutVerdict = "unproven"        // the budget ended, or the old tasks can't all run in the first place
)

// Deploy tells what becomes of a deployment. Where ctx ends before it is decided the verdict is Undecided. Progress may be nil.
func Deploy(ctx context.Context, d *Deployment, b Budget, progress Progress) *Rollout {
	return &Rollout{Verdict: Undecided, Window: RollingWindow(d.Problem.Types[d.Old].Count, d.MinimumHealthyPercent, d.MaximumPercent)}
}
