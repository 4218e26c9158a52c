// Package fix makes the edits that fixes are made of, and applies them.
//
// Edits are made on the syntax tree and on the bytes of the file: none changes but those in the edit. What can't be
// edited without losing something gives no edits, and so no fix: a text that isn't JSON, one with a syntax error in it,
// the value of a variable that is used twice.
package fix

import (
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Remove removes a member of an object or an item of a list, with its comma and its line.
func Remove(at value.Located) []source.Edit {
	place := at.Where()
	if place.Parent() == nil || place.Node() == nil {
		return nil
	}
	return removeElements(place.Parent().Node(), map[*syntax.Node]bool{place.Node(): true})
}

// Replace replaces a scalar by a literal of JSON: a number, true, or what syntax.QuoteJSON gives.
func Replace(at value.Located, literal string) []source.Edit {
	n := at.Where().Node()
	if n == nil || n.JSON == nil || n.Kind == syntax.Object || n.Kind == syntax.Array {
		return nil
	}
	return oneEdit(n.JSON, n.Range, literal)
}

// ReplacePart replaces a part of a text, in bytes of its value.
func ReplacePart(text value.Value[string], part syntax.Span, s string) []source.Edit {
	n := text.Where().Node()
	if n == nil || n.JSON == nil || n.Kind != syntax.String {
		return nil
	}
	literal := syntax.QuoteJSON(s)
	return oneEdit(n.JSON, n.Text.Range(part.Start, part.End), literal[1:len(literal)-1])
}

// RemoveMembers removes the members of a tree's objects whose keys are these nodes, all of them or none. What lies in a
// removed member goes with it.
func RemoveMembers(root *syntax.Node, keys ...*syntax.Node) []source.Edit {
	r := &remover{left: map[*syntax.Node]bool{}}
	for _, key := range keys {
		r.left[key] = true
	}
	r.visit(root)
	if len(r.left) > 0 || r.refused {
		return nil
	}
	return r.edits
}

type remover struct {
	left    map[*syntax.Node]bool // keys that weren't met yet
	edits   []source.Edit
	refused bool
}

func (r *remover) visit(n *syntax.Node) {
	gone := map[*syntax.Node]bool{}
	for _, m := range n.Members {
		if !r.left[m.Key] {
			r.visit(m.Value)
			continue
		}
		gone[m.Value] = true
		delete(r.left, m.Key)
		m.Value.Walk(func(inner *syntax.Node) bool {
			for _, m := range inner.Members {
				delete(r.left, m.Key)
			}
			return true
		})
	}
	for _, item := range n.Items {
		r.visit(item)
	}
	if len(gone) > 0 {
		edits := removeElements(n, gone)
		r.edits, r.refused = append(r.edits, edits...), r.refused || edits == nil
	}
}

// oneEdit is nil where the edit is refused.
func oneEdit(t *source.Text, r source.Range, s string) []source.Edit {
	edit, ok := t.Encode(r, s)
	if !ok {
		return nil
	}
	return []source.Edit{edit}
}
