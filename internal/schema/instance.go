package schema

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// builder makes what the validator reads from a tree. What is unset or unknown isn't in it.
type builder struct {
	kept map[*syntax.Node][]int // of lists that lost items: the index of each that stayed
}

// build gives the value of a node; false where it has none.
func (b *builder) build(n *syntax.Node) (any, bool) {
	if isLeftOut(n) {
		return nil, false
	}
	switch n.Kind {
	case syntax.String:
		return n.String(), true
	case syntax.Bool:
		return strings.EqualFold(n.String(), "true"), true
	case syntax.Number:
		return number(n.String())
	case syntax.Object:
		return b.object(n), true
	case syntax.Array:
		return b.list(n), true
	}
	return nil, false
}

// isLeftOut reports what is unset, or may be, and what is unknown.
func isLeftOut(n *syntax.Node) bool {
	return n.Unset() || n.Kind == syntax.Unknown || n.Incomplete && len(n.Members)+len(n.Items) == 0
}

func (b *builder) object(n *syntax.Node) map[string]any {
	o := make(map[string]any, len(n.Members))
	for _, m := range n.Members {
		key := m.Key.String()
		if m.Key.Kind != syntax.String || syntax.HasPlaceholder(key) {
			continue
		}
		delete(o, key) // of duplicate keys the last counts, a null too
		if v, ok := b.build(m.Value); ok {
			o[key] = v
		}
	}
	return o
}

func (b *builder) list(n *syntax.Node) []any {
	list := make([]any, 0, len(n.Items))
	kept := make([]int, 0, len(n.Items))
	for i, item := range n.Items {
		if v, ok := b.build(item); ok {
			list, kept = append(list, v), append(kept, i)
		}
	}
	if len(kept) < len(n.Items) {
		b.kept[n] = kept
	}
	return list
}

// number is never json.Number: the validator panics on an exponent of millions. What is beyond all numbers isn't
// known; what is no number at all, as an option may give it, is the text that it is.
func number(text string) (any, bool) {
	if i, err := strconv.ParseInt(text, 10, 64); err == nil {
		return i, true
	}
	f, err := strconv.ParseFloat(text, 64)
	switch {
	case errors.Is(err, strconv.ErrRange) || math.IsInf(f, 0) || math.IsNaN(f):
		return nil, false
	case err != nil:
		return text, true
	}
	return f, true
}
