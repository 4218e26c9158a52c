package fix

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// removeElements removes members, given by their values, or items. What stays keeps its lines and its indentation.
func removeElements(parent *syntax.Node, gone map[*syntax.Node]bool) []source.Edit {
	l := newLayout(parent)
	if l == nil {
		return nil
	}
	var edits []source.Edit
	var which []bool
	for _, m := range parent.Members {
		which = append(which, gone[m.Value])
	}
	for _, item := range parent.Items {
		which = append(which, gone[item])
	}
	for from := 0; from < len(which); from++ {
		if !which[from] {
			continue
		}
		to := from
		for to+1 < len(which) && which[to+1] {
			to++
		}
		r, ok := l.run(from, to)
		if !ok {
			return nil
		}
		edit, ok := l.text.Encode(r, "")
		if !ok {
			return nil
		}
		edits = append(edits, edit)
		from = to
	}
	return edits
}

// run is what to remove with the elements from from to to: one comma, and the space on one side.
func (l *layout) run(from, to int) (source.Range, bool) {
	for i := from + 1; i <= to; i++ {
		if !l.comma(i) {
			return source.Range{}, false
		}
	}
	first, last := from == 0, to == len(l.elements)-1
	r := source.Range{File: l.file}
	switch {
	case first && last:
		end := l.gap(len(l.elements))
		return l.inside, is(l.gap(0), "") && (is(end, "") || is(end, ","))
	case last || !first && l.comma(from) && !strings.Contains(l.gap(from), "\n") && strings.Contains(l.gap(to+1), "\n"):
		r.Start, r.End = l.elements[from-1].End, l.elements[to].End
		return r, l.comma(from)
	}
	r.Start, r.End = l.elements[from].Start, l.elements[to+1].Start
	return r, l.comma(to + 1)
}
