package place

import (
	"context"
	"errors"
	"math/rand"
	"slices"

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

	// Staying are healthy tasks of the service, running beside those of the problem's types, that aren't replaced: the desired count is these and
	// Types[Old].Count.
	Staying int64

	// Running is what runs at the beginning, all tasks of the problem. Nil: each way in which a run can place them all.
	Running []certificate.Filled

	Starts *Starts // shared with other deployments beside which the same runs; nil for its own
	Brief  bool    // no rollout that finishes is shown where another proof tells that it always does
}

// Rollout is a verdict about a deployment, and what proves it. New tasks are taken to become healthy, and old ones to stop.
type Rollout struct {
	Verdict RolloutVerdict
	Why     string
	Window  Window // how many tasks have to be healthy, and how many may exist

	// Proofs are a rollout that finishes (certificate.KindRollout), one that ends in a deadlock (certificate.KindStuck), or both; and where it
	// follows without going through all rollouts, why it always finishes, which is the first (certificate.KindFinishes), or never, which is
	// the last (certificate.KindEndless).
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

// Severity orders verdicts by how much they tell of what can go wrong.
func (v RolloutVerdict) Severity() int {
	return slices.Index([]RolloutVerdict{AlwaysFinishes, Undecided, CanFinish, Stuck}, v)
}

// Deploy tells what becomes of a deployment. Where ctx ends before it is decided the verdict is Undecided. Progress may be nil.
func Deploy(ctx context.Context, d *Deployment, b Budget, progress Progress) *Rollout {
	if b.Nodes == 0 {
		b.Nodes = DefaultNodes
	}
	u, err := newUpdate(ctx, d, b, progress)
	if err != nil {
		return &Rollout{Verdict: Undecided, Why: "not a sound problem: " + err.Error()}
	}
	r := u.decide()
	r.Window, r.Nodes = u.window.minus(-d.Staying), u.used
	for _, c := range []*certificate.Certificate{u.always, u.finished, u.stuck, u.never} {
		if c != nil {
			r.Proofs = append(r.Proofs, c)
		}
	}
	return r
}

func newUpdate(ctx context.Context, d *Deployment, b Budget, progress Progress) (*update, error) {
	m, err := newModel(d.Problem)
	if err != nil {
		return nil, err
	}
	types := d.Problem.Types
	if max(d.Old, d.New) >= len(types) || min(d.Old, d.New) < 0 || d.Old == d.New || types[d.New].Count != 0 ||
		types[d.Old].Group != types[d.New].Group || types[d.Old].Daemon || types[d.New].Daemon {
		return nil, errors.New("the types are not two revisions of a service")
	}
	u := &update{Deployment: d, budget: &budget{ctx: ctx, limit: b.Nodes, progress: progress}, random: rand.New(rand.NewSource(1)), seen: map[string]bool{}}
	if u.Starts == nil {
		u.Starts = &Starts{}
	}
	u.desired = types[d.Old].Count
	u.window = RollingWindow(u.desired+d.Staying, d.MinimumHealthyPercent, d.MaximumPercent).minus(d.Staying)
	u.strategies = newStrategies(newContents(m))
	return u, nil
}

// decide looks for a lemma or for one rollout of each sort; where there is neither it goes through all of them.
func (u *update) decide() *Rollout {
	if !u.begins() {
		return &Rollout{Verdict: Undecided, Why: "no way was found in which all old tasks run in the first place"}
	}
	if u.window.Blocks(u.desired) {
		if u.beginnings() {
			u.rollouts(1)
		}
		u.never = u.endless()
		return &Rollout{Verdict: Stuck, Why: "none may be started, none stopped"}
	}
	if lemma, proof := u.lemma((*coverer).quick); lemma != "" {
		if u.always = proof; !u.Brief && u.beginnings() {
			u.rollouts(1)
		}
		return &Rollout{Verdict: AlwaysFinishes, Why: lemma}
	}
	if !u.beginnings() {
		return &Rollout{Verdict: Undecided, Why: "the budget ended"}
	}
	u.rollouts(3)
	u.fullStarts()
	if u.stuck == nil {
		if lemma, proof := u.lemma((*coverer).weights); lemma != "" {
			u.always = proof
			return &Rollout{Verdict: AlwaysFinishes, Why: lemma}
		}
	}
	if u.finished == nil && u.noRoom() {
		return &Rollout{Verdict: Stuck, Why: "there is never room for a new task"}
	}
	if u.moreBeginnings(30); u.finished == nil || u.stuck == nil {
		u.rollouts(100)
	}
	done := u.finished != nil && u.stuck != nil || u.all()
	switch {
	case u.finished != nil && u.stuck != nil:
		return &Rollout{Verdict: CanFinish, Why: "one rollout finishes, another ends in a deadlock"}
	case !done:
		return &Rollout{Verdict: Undecided, Why: "the budget ended"}
	case u.finished != nil:
		return &Rollout{Verdict: AlwaysFinishes, Why: "in whatever order tasks start and stop"}
	}
	return &Rollout{Verdict: Stuck, Why: "in whatever order tasks start and stop"}
}
