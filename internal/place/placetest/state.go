package placetest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

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
