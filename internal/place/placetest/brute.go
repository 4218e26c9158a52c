// Package placetest holds what tests of placement share: problems at random, and the truth about tiny ones by brute force.
package placetest

import (
	"fmt"
	"slices"

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
