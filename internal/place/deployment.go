package place

import (
	"context"
	"errors"
	"math"
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

	// Running is what runs at the beginning, all tasks of the problem. Nil: each way in which a run can place them all.
	Running []certificate.Filled
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
	r.Window, r.Nodes = u.window, u.used
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
	u.desired = types[d.Old].Count
	u.window = RollingWindow(u.desired, d.MinimumHealthyPercent, d.MaximumPercent)
	u.strategies = newStrategies(newContents(m))
	return u, nil
}

// decide looks for a lemma or for one rollout of each sort; where there is neither it goes through all of them.
func (u *update) decide() *Rollout {
	if !u.beginnings(1) {
		return &Rollout{Verdict: Undecided, Why: "no way was found in which all old tasks run in the first place"}
	}
	if u.window.Blocks(u.desired) {
		u.rollouts(1)
		u.never = u.endless()
		return &Rollout{Verdict: Stuck, Why: "none may be started, none stopped"}
	}
	u.rollouts(20)
	if lemma, proof := u.lemma(); u.stuck == nil && u.finished != nil && lemma != "" {
		u.always = proof
		return &Rollout{Verdict: AlwaysFinishes, Why: lemma}
	}
	u.fullStarts()
	if u.finished == nil && u.noRoom() {
		return &Rollout{Verdict: Stuck, Why: "there is never room for a new task"}
	}
	if u.beginnings(30); u.finished == nil || u.stuck == nil {
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

// lemma is why no deadlock can be reached, if it follows without a search, as certificate.Finishes tells. The proof is nil where there is none
// that can be checked.
func (u *update) lemma() (string, *certificate.Certificate) {
	m := u.strategies.model
	if m.Dynamic(u.New) || !u.fitsInPlace() || u.window.Upper < u.desired || u.window.Lower > u.desired {
		return "", nil
	}
	proof := m.certificate(certificate.KindFinishes)
	proof.Finishes = &certificate.Finishes{Update: u.Deployment.Update()}
	if u.window.Lower < u.desired {
		return "stop first", proof
	}
	if u.window.Upper > u.desired {
		room, slack := u.alwaysRoom()
		if proof.Finishes.Slack, proof.Finishes.Running = slack, u.running(); slack == nil && u.Running == nil {
			proof = nil
		}
		if room {
			return "start first", proof
		}
	}
	return "", nil
}

// fitsInPlace tells whether a new task fits wherever an old one was.
func (u *update) fitsInPlace() bool {
	m := u.strategies.model
	for r, n := range u.Problem.Types[u.New].Demand {
		if n > u.Problem.Types[u.Old].Demand[r] {
			return false
		}
	}
	for c, n := range m.instances {
		if n > 0 && m.May(u.Old, c) && !m.May(u.New, c) {
			return false
		}
	}
	return true
}

// oneMore is the problem with one new task beside all that run.
func (u *update) oneMore() *certificate.Problem {
	p := *u.Problem
	p.Types = slices.Clone(p.Types)
	p.Types[u.New].Count = 1
	return &p
}

// alwaysRoom tells whether there is room for a new task however all others are placed, and proves it where that can be checked.
func (u *update) alwaysRoom() (bool, *certificate.Slack) {
	if u.Running != nil {
		return len(u.starts[0].best(u.New, nil)) > 0, nil
	}
	m, k := u.beside()
	if m == nil || slices.ContainsFunc(m.daemons, m.Dynamic) {
		return false, nil
	}
	c := m.coverer(k, u.budget)
	if w := c.weights(); w != nil {
		slack := m.slackAs(k, w)
		slack.Type = u.New
		return true, &slack
	}
	c.table = true
	return c.weights() != nil, nil
}

// beside is the model with one new task beside all that run, and its kind.
func (u *update) beside() (*model, int) {
	m, err := newModel(u.oneMore())
	if err != nil {
		return nil, 0
	}
	return m, slices.IndexFunc(m.kinds, func(k kind) bool { return slices.Contains(k.types, u.New) })
}

// fullStarts looks for a beginning that leaves no room for a new task, first as strand does, then as climb does.
func (u *update) fullStarts() {
	if u.Running != nil || u.stuck != nil {
		return
	}
	m, k := u.beside()
	if m == nil || m.Dynamic(u.New) {
		return
	}
	d := newDecision(m, u.budget)
	d.part((u.limit-u.used)/4, func() {
		c := m.coverer(k, u.budget)
		if c.table = true; c.solve() == nil && len(c.parts) > 0 {
			d.fullStart(u, 10, func(f *fleet) policy { return f.aimed(c.aim()) })
		}
	})
	d.part((u.limit-u.used)/2, func() {
		d.fullStart(u, 200, func(*fleet) policy { return policy{rank: against(u.New, u.random)} })
	})
}

// fullStart makes runs in which the new task is the last, and keeps those orders of the others that place
// all of them, or more, and leave less room for it.
func (d *decision) fullStart(u *update, times int, by func(*fleet) policy) {
	if u.stuck != nil {
		return
	}
	order := slices.DeleteFunc(d.bySize(func() float64 { return 1 }), func(t int) bool { return t == u.New })
	slices.Reverse(order)
	least := math.Inf(1)
	for i := range times {
		tried := slices.Clone(order)
		switch {
		case i == 1:
			slices.Reverse(tried)
		case i > 1:
			swap(u.random, tried)
		}
		f := d.begin()
		p := by(f)
		p.order, p.turns = append(slices.Clone(tried), u.New), i%5 == 4
		if !f.finish(p, u.budget) {
			return
		}
		others := sum(f.idle()) - f.waiting[u.New]
		if others == 0 && f.waiting[u.New] == 1 {
			u.starts = append([]*fleet{u.after(f.run().Run.Steps)}, u.starts...)
			u.rollouts(1)
			return
		}
		if room := f.gaps(u.New) + float64(others)*1000; room <= least {
			order, least = tried, room
		}
	}
}

// noRoom tells whether nothing can ever be started, because no task may be stopped before, and proves it.
func (u *update) noRoom() bool {
	if u.window.Lower < u.desired {
		return false
	}
	if u.Running != nil {
		if len(u.starts[0].best(u.New, nil)) > 0 {
			return false
		}
		u.never = u.endless()
		u.never.Endless.Running = u.running()
		return true
	}
	r := Decide(u.ctx, u.oneMore(), Budget{Nodes: max(1, (u.limit-u.used)/4)}, nil)
	u.spend(r.Nodes)
	if r.Reason != Impossible {
		return false
	}
	u.never = u.endless()
	u.never.Endless.Single, u.never.Endless.Weights, u.never.Endless.Tree = r.Proofs[0].Single, r.Proofs[0].Weights, r.Proofs[0].Tree
	return true
}

func (u *update) endless() *certificate.Certificate {
	proof := u.strategies.certificate(certificate.KindEndless)
	proof.Endless = &certificate.Endless{Update: u.Deployment.Update()}
	return proof
}
