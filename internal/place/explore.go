package place

import (
	"encoding/binary"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// explorer goes through all runs.
type explorer struct {
	*fleet
	*budget
	seen            map[string]bool
	complete, stuck *certificate.Certificate
	static          bool // no type depends on what else runs
}

// explore looks for a run that places all and one that doesn't, and tells whether it has both or has gone through all runs.
func (e *explorer) explore() bool {
	if e.complete != nil && e.stuck != nil {
		return true
	}
	if !e.spend(e.work() * int64(1+len(e.waiting)/2)) {
		return false
	}
	key := e.key()
	if e.seen[key] {
		return true
	}
	e.seen[key] = true
	if e.complete != nil && e.ready == 0 && e.settled() {
		return true
	}
	next := e.options()
	if len(next) == 0 {
		e.end()
		return true
	}
	for _, m := range next {
		e.place(m.from, m.typ)
		done := e.explore()
		e.undo()
		if !done || e.complete != nil && e.stuck != nil {
			return done
		}
	}
	return true
}

// key tells states apart. What waits follows from it.
func (f *fleet) key() string {
	sorted := slices.Clone(f.slots)
	slices.SortFunc(sorted, func(a, b *slot) int { return a.id - b.id })
	var key []byte
	for _, s := range sorted {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(s.id)), uint64(s.instances))
	}
	return string(key)
}

// options are the steps that may be next.
func (f *fleet) options() []move {
	var next []move
	if f.ready > 0 {
		for _, d := range f.daemons {
			for _, s := range f.slots {
				if f.feasible(s.content, d) {
					next = append(next, move{typ: d, from: s.content})
				}
			}
		}
		return next
	}
	for t, n := range f.waiting {
		if n == 0 {
			continue
		}
		for _, s := range f.best(t, nil) {
			next = append(next, move{typ: t, from: s.content})
		}
	}
	return next
}

func (e *explorer) end() {
	switch placedAll := !slices.ContainsFunc(e.idle(), func(n int64) bool { return n > 0 }); {
	case placedAll && e.complete == nil:
		e.complete = e.run()
	case !placedAll && e.stuck == nil:
		e.stuck = e.run()
	}
}
