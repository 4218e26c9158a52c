package fix

import (
	"slices"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
)

// Plan chooses what is applied at once: of each finding one fix, of fixes that get in each other's way the first in
// the order of the findings. It gives the edits of each file, and the number of findings that they fix.
func Plan(findings []diag.Diagnostic, unsafe bool) (map[*source.File][]source.Edit, int) {
	edits, fixed := map[*source.File][]source.Edit{}, 0
	for i := range findings {
		d := &findings[i]
		f := d.FixBy(unsafe)
		if f == nil {
			continue
		}
		if more, ok := add(edits[d.File()], d.File(), f.Edits); ok {
			edits[d.File()] = more
			fixed++
		}
	}
	return edits, fixed
}

// add is false where one of the new edits is of another file or in the way of another edit.
func add(edits []source.Edit, f *source.File, more []source.Edit) ([]source.Edit, bool) {
	all := slices.Clip(edits)
	for _, e := range more {
		if e.Range.File != f || slices.ContainsFunc(all, func(other source.Edit) bool { return inTheWay(e.Range, other.Range) }) {
			return nil, false
		}
		all = append(all, e)
	}
	return all, true
}

// inTheWay reports ranges that overlap. What is inserted at the end of a removed part would lose its neighbour.
func inTheWay(a, b source.Range) bool {
	if a.Start == a.End || b.Start == b.End {
		return a.Start <= b.End && b.Start <= a.End
	}
	return a.Start < b.End && b.Start < a.End
}
