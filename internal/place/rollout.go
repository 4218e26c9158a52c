package place

import (
	"math/rand"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// update is a rolling update on its way to a verdict. A new task becomes healthy at once, an old one stops at once: that a move takes longer
// only delays others, and a deadlock is where nothing is under way.
type update struct {
	*Deployment
	*budget
	strategies *strategies
	random     *rand.Rand
	desired    int64
	window     Window

	starts          []*fleet // ways in which all that runs is placed
	seen            map[string]bool
	always, never   *certificate.Certificate // that no deadlock can be reached, or no end
	finished, stuck *certificate.Certificate
}

// rolling is a state of the update.
type rolling struct {
	*fleet
	*update
	old, new int64
	changes  []change
}

// change is a new task started, or an old one stopped.
type change struct {
	start    bool
	from, to *content
}

// begins tells whether a way is known in which all that runs is placed.
func (u *update) begins() bool {
	if u.Running != nil {
		return u.given() != nil
	}
	return u.Starts.find(u.strategies.model, u.budget)
}

// beginnings are the first ways in which all that runs is placed; false where the budget isn't enough to place it.
func (u *update) beginnings() bool {
	if u.Running != nil {
		u.starts = []*fleet{u.given()}
		return true
	}
	f := u.after(u.Starts.known[0].steps)
	if f != nil {
		u.starts = []*fleet{f}
	}
	return f != nil
}

// moreBeginnings looks for others at random.
func (u *update) moreBeginnings(times int) {
	if u.Running != nil {
		return
	}
	found := map[string]bool{}
	for i := range times {
		f := newFleet(u.strategies)
		p := policy{order: f.bySize(func() float64 { return 0.3 + u.random.Float64() }), rank: anyOf(u.random), turns: i%2 == 1}
		if f.finish(p, u.budget) && sum(f.idle()) == 0 && !found[f.key()] {
			found[f.key()] = true
			u.starts = append(u.starts, f)
		}
	}
}

// after is the state after the steps of a run; nil where the budget isn't enough.
func (u *update) after(steps []certificate.Step) *fleet {
	if nodes := stepNodes / 4 * int64(len(steps)); nodes > u.limit-u.used || !u.spend(nodes) {
		return nil
	}
	f := newFleet(u.strategies)
	type instance struct{ class, number int64 }
	now := map[instance]*content{}
	for _, s := range steps {
		at, t := instance{s[1], s[2]}, int(s[0])
		if now[at] == nil {
			now[at] = f.fresh(int(s[1]))
		}
		f.place(now[at], t)
		now[at] = f.with(now[at], t)
	}
	return f
}

// given is the state of what runs; nil if that can't be.
func (u *update) given() *fleet {
	check := u.strategies.certificate(certificate.KindAssignment)
	if check.Assignment = u.Running; check.Check() != nil {
		return nil
	}
	f := newFleet(u.strategies)
	for _, filled := range u.Running {
		for range filled.Instances {
			c := f.fresh(filled.Class)
			for _, t := range filled.Tasks {
				for range t.Count {
					f.place(c, t.Type)
					c = f.with(c, t.Type)
				}
			}
		}
	}
	return f
}

// running are the steps of what runs; nil where that isn't given.
func (u *update) running() []certificate.Step {
	if u.Running == nil {
		return nil
	}
	return newNumbering(u.strategies).steps(u.given().steps)
}

// roll is the state before the first change.
func (u *update) roll(f *fleet) *rolling {
	return &rolling{fleet: f, update: u, old: u.desired}
}

// rollouts makes some at random, from each beginning known.
func (u *update) rollouts(times int) {
	for i := range times {
		for _, f := range u.starts {
			if u.over() || u.finished != nil && u.stuck != nil {
				return
			}
			u.roll(f).wander(i)
		}
	}
}

// wander makes one rollout at random and takes it back: at times it stops tasks whenever it may, at times only when it can't start one.
func (r *rolling) wander(i int) {
	for r.spend(r.work()) {
		starts, stops := r.changesNow()
		options := slices.Concat(starts, stops)
		switch {
		case len(options) == 0:
			r.note()
		case i%3 == 0 && len(starts) > 0:
			options = starts
		case i%3 == 1 && len(stops) > 0:
			options = stops
		}
		if len(options) == 0 {
			break
		}
		r.make(options[r.random.Intn(len(options))])
	}
	for len(r.changes) > 0 {
		r.takeBack()
	}
}

// changesNow are all that may be next.
func (r *rolling) changesNow() (starts, stops []change) {
	if r.new < r.desired && r.old+r.new < r.window.Upper {
		for _, s := range r.best(r.New, nil) {
			starts = append(starts, change{true, s.content, r.with(s.content, r.New)})
		}
	}
	if r.old > 0 && r.old+r.new > r.window.Lower {
		for _, s := range r.slots {
			if slices.ContainsFunc(s.tasks, func(p placed) bool { return p.typ == r.Old }) {
				stops = append(stops, change{false, s.content, r.without(s.content, r.Old)})
			}
		}
	}
	return starts, stops
}

func (r *rolling) make(c change) {
	r.add(c.from, -1)
	r.add(c.to, 1)
	if r.changes = append(r.changes, c); c.start {
		r.new++
		r.tally(r.New, c.from.class, 1)
	} else {
		r.old--
		r.tally(r.Old, c.from.class, -1)
	}
}

func (r *rolling) takeBack() {
	c := r.changes[len(r.changes)-1]
	r.changes = r.changes[:len(r.changes)-1]
	r.add(c.to, -1)
	r.add(c.from, 1)
	if c.start {
		r.new--
		r.tally(r.New, c.from.class, -1)
	} else {
		r.old++
		r.tally(r.Old, c.from.class, 1)
	}
}

// note keeps the first rollout that finishes, and the first that ends in a deadlock.
func (r *rolling) note() {
	done := r.old == 0 && r.new == r.desired
	switch {
	case done && r.finished == nil:
		r.finished = r.proof(certificate.KindRollout)
	case !done && r.stuck == nil:
		r.stuck = r.proof(certificate.KindStuck)
	}
}

// Update is what certificates say of the deployment.
func (d *Deployment) Update() certificate.Update {
	return certificate.Update{Old: d.Old, New: d.New, MinimumHealthyPercent: d.MinimumHealthyPercent, MaximumPercent: d.MaximumPercent, Staying: d.Staying}
}

func (r *rolling) proof(kind certificate.Kind) *certificate.Certificate {
	proof := r.certificate(kind)
	n := newNumbering(r.fleet.strategies)
	told := &certificate.Rollout{Update: r.Deployment.Update(), Moves: []certificate.Step{}}
	if began := n.steps(r.steps); r.Running != nil {
		told.Running = began
	} else {
		told.Steps = began
	}
	for _, c := range r.changes {
		t := r.Old
		if c.start {
			t = r.New
		}
		told.Moves = append(told.Moves, certificate.Step{int64(t), int64(c.from.class), n.move(c.from, c.to)})
	}
	proof.Rollout = told
	return proof
}

// all goes through all rollouts from all beginnings, and tells whether it got to the end, or found one of each sort.
func (u *update) all() bool {
	if u.Running != nil {
		return u.roll(u.given()).explore()
	}
	return u.begin(newFleet(u.strategies))
}

// begin goes through the runs that place all.
func (u *update) begin(f *fleet) bool {
	if !u.spend(f.work() * int64(1+len(f.waiting)/4)) {
		return false
	}
	key := f.key()
	if u.seen[key] {
		return true
	}
	u.seen[key] = true
	next := f.options()
	if len(next) == 0 {
		return sum(f.idle()) > 0 || u.roll(f).explore()
	}
	for _, m := range next {
		f.place(m.from, m.typ)
		ok := u.begin(f)
		f.undo()
		if !ok || u.finished != nil && u.stuck != nil {
			return ok
		}
	}
	return true
}

func (r *rolling) explore() bool {
	if !r.spend(r.work()) {
		return false
	}
	key := "+" + r.key()
	if r.seen[key] {
		return true
	}
	r.seen[key] = true
	starts, stops := r.changesNow()
	next := append(starts, stops...)
	if len(next) == 0 {
		r.note()
	}
	for _, c := range next {
		r.make(c)
		ok := r.explore()
		r.takeBack()
		if !ok || r.finished != nil && r.stuck != nil {
			return ok
		}
	}
	return true
}
