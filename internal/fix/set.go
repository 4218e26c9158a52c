package fix

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Set gives a member a literal of JSON: in the place of its scalar, else as a new member behind the others, with the objects around it
// that aren't there either. It is refused where members aren't written as in the AWS API.
func Set(at value.Located, literal string) []source.Edit {
	place := at.Where()
	parent := place.Parent()
	switch {
	case place.Node() != nil:
		return Replace(place, literal)
	case parent == nil || place.Name() == "":
		return nil
	}
	member := syntax.QuoteJSON(place.Name()) + ": " + literal
	if parent.Node() == nil {
		return Set(parent, "{"+member+"}")
	}
	return addMember(parent.Node(), member)
}

// addMember adds a member behind the others of an object, on a line of its own where the last one is.
func addMember(n *syntax.Node, member string) []source.Edit {
	l := newLayout(n)
	if l == nil || n.Kind != syntax.Object {
		return nil
	}
	last := len(l.elements) - 1
	if last < 0 {
		if !is(l.gap(0), "") {
			return nil
		}
		return oneEdit(l.text, l.inside, member)
	}
	for _, m := range n.Members {
		if !strings.Contains(l.between(m.Key.Range.Start, m.Key.Range.End), m.Key.String()) {
			return nil // the adapter gave the key another name
		}
	}
	before := l.gap(last)
	switch {
	case last > 0 && l.comma(last):
		before = strings.Replace(before, ",", "", 1)
	case last == 0 && before == "":
		before = " "
	case last > 0 || !is(before, ""):
		return nil
	}
	end := l.elements[last].End
	return oneEdit(l.text, source.Range{File: l.file, Start: end, End: end}, ","+before+member)
}
