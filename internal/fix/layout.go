package fix

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// layout is where the members or items of a JSON object or list stand in the file, and what is between them.
type layout struct {
	text     *source.Text
	file     *source.File
	elements []source.Range
	inside   source.Range // between the brackets
}

// newLayout is nil where the node isn't JSON, or where its parts don't follow each other in the file: in a text that
// was put together from others.
func newLayout(n *syntax.Node) *layout {
	if n == nil || n.JSON == nil {
		return nil
	}
	f := n.Range.File
	l := &layout{text: n.JSON, file: f, inside: n.Range}
	if !strings.HasPrefix(l.between(n.Range.Start, n.Range.End), map[syntax.Kind]string{syntax.Object: "{", syntax.Array: "["}[n.Kind]) {
		return nil
	}
	bracket := f.RuneSize(n.Range.Start)
	l.inside.Start, l.inside.End = n.Range.Start+bracket, n.Range.End-bracket
	for _, m := range n.Members {
		key, value := m.Key.Range, m.Value.Range
		if m.Value.JSON != n.JSON || m.Key.JSON != n.JSON || !is(l.between(key.End, value.Start), ":") {
			return nil
		}
		l.elements = append(l.elements, source.Range{File: f, Start: key.Start, End: value.End})
	}
	for _, item := range n.Items {
		if item.JSON != n.JSON {
			return nil
		}
		l.elements = append(l.elements, item.Range)
	}
	at := l.inside.Start
	for _, e := range l.elements {
		if e.File != f || e.Start < at || e.End <= e.Start || e.End > l.inside.End {
			return nil
		}
		at = e.End
	}
	return l
}

// between is a part of the file; of a range that doesn't go forward it is no text that anything accepts.
func (l *layout) between(start, end int) string {
	if start > end {
		return "?"
	}
	return l.file.Slice(source.Range{File: l.file, Start: start, End: end})
}

// gap is what stands before element i; behind the last one, i is their number.
func (l *layout) gap(i int) string {
	start, end := l.inside.Start, l.inside.End
	if i > 0 {
		start = l.elements[i-1].End
	}
	if i < len(l.elements) {
		end = l.elements[i].Start
	}
	return l.between(start, end)
}

// comma reports that before element i there is a comma and nothing else: no comment, no template's action.
func (l *layout) comma(i int) bool { return is(l.gap(i), ",") }

func is(text, token string) bool { return strings.Trim(text, " \t\r\n") == token }
