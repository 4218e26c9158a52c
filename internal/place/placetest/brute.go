// Package placetest holds what tests of placement share: problems at random, and the truth about tiny ones by brute force.
package placetest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Truth is all there is to know about a tiny problem.
type Truth struct {
	Complete bool            // a run places all
	Stuck    bool            // a run doesn't
	Ends     map[string]bool // what waits at the end of runs, as fmt prints it
	Assigned bool            // there is an assignment
}

// Brute goes through all runs, instance by instance and task by task, and through all assignments.
func Brute(p *certificate.Problem) Truth {
	b := newBrute(p)
	b.run()
	b.truth.Assigned = b.assignable()
	return b.truth
}

func newBrute(p *certificate.Problem) *brute {
	b := &brute{p: p, seen: map[string]bool{}, truth: Truth{Ends: map[string]bool{}}, waiting: make([]int64, len(p.Types))}
	for c, class := range p.Classes {
		for range class.Count {
			b.class = append(b.class, c)
			b.tasks = append(b.tasks, make([]int64, len(p.Types)))
		}
	}
	for t, typ := range p.Types {
		if !typ.Daemon {
			b.waiting[t] = typ.Count
		}
	}
	return b
}

type brute struct {
	p       *certificate.Problem
	class   []int     // of each instance
	tasks   [][]int64 // of each instance and type
	waiting []int64
	seen    map[string]bool
	truth   Truth
	ended   func(all bool) // called at the end of each run
}

func (b *brute) run() {
	key := fmt.Sprint(b.tasks)
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	moved := false
	for _, daemons := range []bool{true, false} {
		for t, typ := range b.p.Types {
			if typ.Daemon != daemons || !daemons && b.waiting[t] == 0 {
				continue
			}
			for _, i := range b.choices(t) {
				moved = true
				b.tasks[i][t]++
				b.waiting[t]--
				b.run()
				b.waiting[t]++
				b.tasks[i][t]--
			}
		}
		if moved {
			return
		}
	}
	b.end()
}

func (b *brute) end() {
	left, any := make([]int64, len(b.waiting)), false
	for t, typ := range b.p.Types {
		if left[t] = b.waiting[t]; typ.Daemon {
			left[t] = 0
			for i := range b.class {
				if b.holds(t, i) {
					left[t]++
				}
			}
		}
		any = any || left[t] > 0
	}
	b.truth.Ends[fmt.Sprint(left)] = true
	b.truth.Stuck = b.truth.Stuck || any
	b.truth.Complete = b.truth.Complete || !any
	if b.ended != nil {
		b.ended(!any)
	}
}

// choices are the instances that the strategy ranks equal best among the feasible; of a daemon all.
func (b *brute) choices(t int) []int {
	var of []int
	for i := range b.class {
		if b.holds(t, i) && b.room(t, i) {
			of = append(of, i)
		}
	}
	typ := b.p.Types[t]
	if typ.Daemon {
		return of
	}
	strategy := typ.Strategy
	if len(strategy) == 0 && !typ.Standalone {
		strategy = []certificate.Strategy{{Type: "spread", Field: "attribute:ecs.availability-zone"}, {Type: "spread", Field: "instanceId"}}
	}
	for _, s := range strategy {
		least := int64(1) << 62
		for _, i := range of {
			least = min(least, b.rank(s, t, i))
		}
		of = slices.DeleteFunc(of, func(i int) bool { return b.rank(s, t, i) > least })
	}
	return of
}

func (b *brute) rank(s certificate.Strategy, t, i int) int64 {
	group := b.p.Types[t].Group
	switch {
	case s.Type == "binpack":
		if r := slices.Index(b.p.Resources, s.Field); r >= 0 {
			return b.free(r, i)
		}
	case s.Type == "spread" && s.Field == "instanceId":
		return b.running(group, i)
	case s.Type == "spread":
		var n int64
		for o := range b.class {
			if b.attribute(s.Field, o) == b.attribute(s.Field, i) {
				n += b.running(group, o)
			}
		}
		return n
	}
	return 0
}

func (b *brute) attribute(field string, i int) string {
	name := strings.TrimPrefix(field, "attribute:")
	if name == "ecs.availability-zone" {
		return b.p.Classes[b.class[i]].Zone
	}
	return b.p.Classes[b.class[i]].Attributes[name]
}

func (b *brute) free(r, i int) int64 {
	free := b.p.Classes[b.class[i]].Capacity[r]
	for t, n := range b.tasks[i] {
		free -= n * b.p.Types[t].Demand[r]
	}
	return free
}

func (b *brute) room(t, i int) bool {
	for r, n := range b.p.Types[t].Demand {
		if n > b.free(r, i) {
			return false
		}
	}
	return true
}

// running is how many tasks of a group run on an instance.
func (b *brute) running(group string, i int) int64 {
	return b.count(i, func(of string) bool { return of == group })
}

// count is how many tasks run on an instance, of the groups that are asked for.
func (b *brute) count(i int, of func(group string) bool) (n int64) {
	for _, r := range b.p.Classes[b.class[i]].Running {
		if of(r.Group) {
			n += r.Count
		}
	}
	for t, k := range b.tasks[i] {
		if of(b.p.Types[t].Group) {
			n += k
		}
	}
	return n
}

// holds is all but room.
func (b *brute) holds(t, i int) bool {
	typ := b.p.Types[t]
	if typ.Daemon && b.running(typ.Group, i) > 0 || !b.static(t, b.class[i]) {
		return false
	}
	for _, e := range typ.MemberOf {
		if e.Dynamic && !b.dynamic(e.Text, i) {
			return false
		}
	}
	return true
}

func (b *brute) static(t, c int) bool {
	typ, class := b.p.Types[t], b.p.Classes[c]
	if typ.Provider != "" && typ.Provider != class.Provider || len(typ.Zones) > 0 && !slices.Contains(typ.Zones, class.Zone) {
		return false
	}
	return !slices.ContainsFunc(typ.MemberOf, func(e certificate.Expression) bool { return !e.Holds[c] })
}

// dynamic knows the few expressions of Random.
func (b *brute) dynamic(text string, i int) bool {
	var n int64
	if _, err := fmt.Sscanf(text, "runningTasksCount < %d", &n); err == nil {
		return b.count(i, func(string) bool { return true }) < n
	}
	if group, ok := strings.CutPrefix(text, "not(task:group == "); ok {
		return b.running(strings.TrimSuffix(group, ")"), i) == 0
	}
	if group, ok := strings.CutPrefix(text, "task:group == "); ok {
		return b.running(group, i) > 0
	}
	panic("unknown expression " + text)
}

// assignable tries each instance for each task. Daemons that run only beside certain tasks need not run.
func (b *brute) assignable() bool {
	var next func(t int, left int64) bool
	next = func(t int, left int64) bool {
		if left == 0 {
			if t++; t == len(b.p.Types) {
				return true
			}
			left = b.waiting[t]
			if b.p.Types[t].Daemon {
				left = 0
			}
			return next(t, left)
		}
		for i := range b.class {
			if b.static(t, b.class[i]) && b.room(t, i) {
				b.tasks[i][t]++
				ok := next(t, left-1)
				b.tasks[i][t]--
				if ok {
					return true
				}
			}
		}
		return false
	}
	for i, c := range b.class {
		for t, typ := range b.p.Types {
			isDynamic := slices.ContainsFunc(typ.MemberOf, func(e certificate.Expression) bool { return e.Dynamic })
			if !typ.Daemon || isDynamic || !b.static(t, c) || b.running(typ.Group, i) > 0 {
				continue
			}
			if !b.room(t, i) {
				return false
			}
			b.tasks[i][t]++
		}
	}
	return next(-1, 0)
}

// Rolled is all there is to know about a tiny deployment.
type Rolled struct{ Begins, Finishes, Sticks bool }

// BruteRollout goes through all interleavings of a rolling update, from where the tasks are given, else from each way in which a run can place all.
// Tasks start, become healthy, stop and are gone one by one; strict counts those that stop as existing.
func BruteRollout(p *certificate.Problem, given []certificate.Step, old, young int, lower, upper int64, strict bool) Rolled {
	b := newBrute(p)
	r := &rolled{brute: b, old: old, young: young, lower: lower, upper: upper, strict: strict, seen: map[string]bool{}, left: p.Types[old].Count}
	b.ended = func(all bool) {
		if all {
			r.truth.Begins = true
			r.roll()
		}
	}
	if given == nil {
		b.run()
		return r.truth
	}
	for _, s := range given {
		i := int(s[2])
		for _, class := range p.Classes[:s[1]] {
			i += int(class.Count)
		}
		b.tasks[i][s[0]]++
	}
	b.ended(true)
	return r.truth
}

type rolled struct {
	*brute
	old, young   int
	lower, upper int64
	strict       bool
	seen         map[string]bool
	truth        Rolled

	left, fresh, pending, stopping int64 // old, new that are healthy, new that aren't, old that stop
}

func (r *rolled) roll() {
	key := fmt.Sprint(r.tasks, r.left, r.fresh, r.pending, r.stopping)
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	desired, exist := r.p.Types[r.old].Count, r.left+r.fresh+r.pending
	if r.strict {
		exist += r.stopping
	}
	moved := false
	try := func(n, to *int64, i, t int, by int64) {
		moved = true
		*n--
		*to++
		if i >= 0 {
			r.tasks[i][t] += by
		}
		r.roll()
		if i >= 0 {
			r.tasks[i][t] -= by
		}
		*to--
		*n++
	}
	var gone int64
	if r.fresh+r.pending < desired && exist < r.upper {
		for _, i := range r.choices(r.young) {
			try(&gone, &r.pending, i, r.young, 1)
		}
	}
	if r.left+r.fresh > r.lower {
		for i := range r.class {
			if r.tasks[i][r.old] > 0 {
				try(&r.left, &r.stopping, i, r.old, -1)
			}
		}
	}
	if r.pending > 0 {
		try(&r.pending, &r.fresh, -1, 0, 0)
	}
	if r.stopping > 0 {
		try(&r.stopping, &gone, -1, 0, 0)
	}
	if !moved {
		done := r.left == 0 && r.fresh == desired
		r.truth.Finishes, r.truth.Sticks = r.truth.Finishes || done, r.truth.Sticks || !done
	}
}
