package value

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// Resolve finds the place below root that at names, in the notation of Place.At. A member that isn't there is a
// place all the same: At and Range tell it by its nearest existing ancestor. It is nil where at isn't in the
// notation, or names a list item that isn't there or isn't the only one of its name.
func Resolve(root *syntax.Node, at string) *Place {
	p := Root(root)
	for first := true; at != ""; first = false {
		step, rest, ok := cutStep(at, first)
		if !ok {
			return nil
		}
		if p = p.step(step); p == nil {
			return nil
		}
		at = rest
	}
	return p
}

// step is one part of a notation: a member, or what stood in brackets.
type step struct {
	name    string
	bracket bool
	quoted  bool
}

func cutStep(at string, first bool) (step, string, bool) {
	if at[0] == '[' {
		return cutBracket(at)
	}
	if !first {
		if at[0] != '.' {
			return step{}, "", false
		}
		at = at[1:]
	}
	end := strings.IndexAny(at, ".[")
	if end < 0 {
		end = len(at)
	}
	return step{name: at[:end]}, at[end:], end > 0
}

func cutBracket(at string) (step, string, bool) {
	inner := at[1:]
	if strings.HasPrefix(inner, `"`) {
		quoted, err := strconv.QuotedPrefix(inner)
		rest := inner[len(quoted):]
		if err != nil || !strings.HasPrefix(rest, "]") {
			return step{}, "", false
		}
		name, err := strconv.Unquote(quoted)
		return step{name, true, true}, rest[1:], err == nil
	}
	end := strings.IndexByte(inner, ']')
	if end <= 0 {
		return step{}, "", false
	}
	return step{name: inner[:end], bracket: true}, inner[end+1:], true
}

func (p *Place) step(s step) *Place {
	switch {
	case !s.bracket:
		child := p.Member(s.name)
		return &child
	case p.node != nil && p.node.Kind == syntax.Array:
		i := findItem(p.node.Items, s)
		if i < 0 {
			return nil
		}
		child := p.Item(i)
		return &child
	case s.quoted:
		child := p.Entry(s.name)
		return &child
	}
	return nil
}

func findItem(items []*syntax.Node, s step) int {
	if !s.quoted && allDigits(s.name) {
		if i, err := strconv.Atoi(s.name); err == nil && i < len(items) {
			return i
		}
		return -1
	}
	found := -1
	for i, item := range items {
		if name, ok := itemName(item); ok && name == s.name {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// ItemLabels is ItemLabel for each of the items, without comparing each with each.
func ItemLabels(items []*syntax.Node) []string {
	count := map[string]int{}
	for _, item := range items {
		if name, ok := itemName(item); ok {
			count[name]++
		}
	}
	labels := make([]string, len(items))
	for i, item := range items {
		name, ok := itemName(item)
		labels[i] = labelOf(name, i, ok && count[name] == 1)
	}
	return labels
}

// JoinMember is the notation of a member, other than a key that the user chose, of the object at at.
func JoinMember(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}
