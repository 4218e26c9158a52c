package ecs

import (
	"slices"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// UnreadMembers are the keys of a tree that its shape doesn't know, in order. What lies beneath such a key isn't
// listed, and nothing where the value is of another kind than the shape says: that is another finding.
func UnreadMembers(root *syntax.Node, shape string) []Unread {
	s, ok := ShapeOf(shape)
	if !ok {
		return nil
	}
	w := &walker{}
	w.structure(root, "", s)
	return w.unread
}

type walker struct{ unread []Unread }

// structure reads n, which stands at the place that at names.
func (w *walker) structure(n *syntax.Node, at string, s Shape) {
	if n == nil || n.Kind != syntax.Object {
		return
	}
	last := make(map[string]int, len(n.Members)) // of duplicate keys only the last counts
	for i, m := range n.Members {
		last[m.Key.String()] = i
	}
	for i, m := range n.Members {
		name := m.Key.String()
		if m.Key.Kind != syntax.String || syntax.HasPlaceholder(name) {
			continue
		}
		member, ok := s.Member(name)
		switch {
		case !ok:
			w.unread = append(w.unread, Unread{Range: m.Key.Range, At: value.JoinMember(at, name), Why: whyUnread(s.Name, name)})
		case last[name] == i && member.Kind == KindStructure:
			w.member(m.Value, value.JoinMember(at, name), member)
		}
	}
}

func (w *walker) member(n *syntax.Node, at string, m MemberShape) {
	s, _ := ShapeOf(m.Target)
	if !m.List {
		w.structure(n, at, s)
		return
	}
	if n.Kind != syntax.Array {
		return
	}
	for i, label := range value.ItemLabels(n.Items) {
		w.structure(n.Items[i], at+"["+label+"]", s)
	}
}

// output is a shape that describe calls give back, with the operations whose inputs describe the same thing.
type output struct {
	shape  string
	inputs []string
}

var outputs = []output{
	{"TaskDefinition", []string{"RegisterTaskDefinition"}},
	{"Service", []string{"CreateService", "UpdateService"}},
	{"Cluster", []string{"CreateCluster", "UpdateCluster"}},
	{"CapacityProvider", []string{"CreateCapacityProvider", "UpdateCapacityProvider"}},
	{"ECRRepository", []string{"CreateRepository"}},
}

// OutputOnly reports a member that describe calls give back and that no input for the same thing takes. The operation
// is one whose input describes it, as in RegisterTaskDefinition.
func OutputOnly(operation, member string) bool {
	return slices.ContainsFunc(outputs, func(o output) bool {
		return slices.Contains(o.inputs, operation) && HasMember(o.shape, member) &&
			!slices.ContainsFunc(o.inputs, func(input string) bool { return HasMember(input, member) })
	})
}

func whyUnread(shape, member string) string {
	if OutputOnly(shape, member) {
		return "only in output of describe calls"
	}
	return "not a member of " + PlainName(shape) + " in the AWS API"
}

// HasMember reports a member of a structure, or of the input of an operation.
func HasMember(shape, member string) bool {
	s, _ := ShapeOf(shape)
	_, ok := s.Member(member)
	return ok
}
