package place

import "slices"

// fullStarts looks for a beginning that leaves no room for a new task: among those known, then as climb does, then as strand does.
func (u *update) fullStarts() {
	if u.Running != nil || u.stuck != nil || u.strategies.Dynamic(u.New) {
		return
	}
	if full := u.Starts.without(u.strategies.model, u.New); full != nil {
		u.startsFull(full)
		return
	}
	u.part((u.limit-u.used)/2, func() {
		d := newDecision(u.strategies.model, u.budget)
		if full := u.Starts.fill(d, u.New, 200); full != nil {
			u.startsFull(full)
		}
	})
	m, k := u.beside()
	if m == nil {
		return
	}
	u.part((u.limit-u.used)/4, func() {
		c := m.coverer(k, u.budget)
		if c.solve() == nil && len(c.parts) > 0 {
			newDecision(m, u.budget).fullStart(u, c.aim())
		}
	})
}

// startsFull makes a rollout of a beginning that leaves no room.
func (u *update) startsFull(s *start) {
	if f := u.after(s.steps); f != nil {
		u.starts = append([]*fleet{f}, u.starts...)
		u.rollouts(1)
	}
}

// fullStart makes runs in which the new task is the last, and the others fill instances as they are to.
func (d *decision) fullStart(u *update, aim packing) {
	if u.stuck != nil {
		return
	}
	order := slices.DeleteFunc(d.bySize(func() float64 { return 1 }), func(t int) bool { return t == u.New })
	slices.Reverse(order)
	for range 10 {
		f := d.begin()
		p := f.aimed(aim)
		if p.order = append(slices.Clone(order), u.New); !f.finish(p, u.budget) {
			return
		}
		if f.waiting[u.New] == 1 && sum(f.idle()) == 1 {
			u.startsFull(u.Starts.add(f))
			return
		}
		swap(u.random, order)
	}
}
