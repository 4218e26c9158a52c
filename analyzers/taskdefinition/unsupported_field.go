package taskdefinition

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// platformLimits are the members that a platform lacks, of one task definition that has to fit it.
type platformLimits struct {
	*analysis.Pass
	platform string // its name within a sentence
	because  string // what decided that the task definition has to fit it
}

func (l platformLimits) check(fields []facts.UnsupportedField) {
	for _, f := range fields {
		for _, m := range membersAt(l.TaskDefinition().Where(), f.Member) {
			switch uses := usesField(m, f); {
			case uses.IsTrue():
				l.report(m, f)
			case uses.IsUnknown():
				l.Undecided(m)
			}
		}
	}
}

func (l platformLimits) report(m member, f facts.UnsupportedField) {
	sets := m.owner.label() + " sets " + l.Object.Spelled("", m.name)
	if len(f.Values) > 0 {
		sets += fmt.Sprintf(" to %q", m.Node())
	}
	l.Reportf(m, "%s, which isn't supported on %s; %s", sets, l.platform, l.because).
		Help("%s", cmp.Or(f.Help, fmt.Sprintf("remove %q", m.lastName())))
}

// usesField tells whether a member is set to what its platform lacks. What stands under an unknown may be nothing.
func usesField(m member, f facts.UnsupportedField) value.Tri {
	set := isSaid(m.Node())
	if m.Node() == nil && !m.Certain() {
		return value.Unknown
	}
	if len(f.Values) == 0 || !set.IsTrue() {
		return set
	}
	return value.TriOf(slices.Contains(f.Values, m.Node().String()))
}

// isSaid is False for nothing, and for what dumps write in its place: false, 0, empty lists and objects.
func isSaid(n *syntax.Node) value.Tri {
	switch {
	case n != nil && (n.Kind == syntax.Unknown || n.Kind == syntax.Missing):
		return value.Unknown
	case n.Unset():
		return value.False
	case n.Kind == syntax.Object || n.Kind == syntax.Array:
		return anySaid(n)
	}
	return value.TriOf(n.String() != "false" && n.String() != "0")
}

func anySaid(n *syntax.Node) value.Tri {
	said := value.TriOf(false)
	if n.Incomplete {
		said = value.Unknown
	}
	for _, m := range n.Members {
		said = said.Or(isSaid(m.Value))
	}
	for _, item := range n.Items {
		said = said.Or(isSaid(item))
	}
	return said
}

// member is a place that a path led to.
type member struct {
	*value.Place
	owner owner
	name  string // its own, from the owner on
}

// owner is the container, volume or task definition that a member is in.
type owner struct {
	kind string
	node *syntax.Node
}

// label names the owner within a sentence.
func (o owner) label() string {
	if o.node == nil {
		return "the " + o.kind
	}
	if name := o.node.Get("name"); name != nil && name.Kind == syntax.String {
		return fmt.Sprintf("%s %q", o.kind, name)
	}
	return "a " + o.kind
}

func (m member) lastName() string { return m.name[strings.LastIndexByte(m.name, '.')+1:] }

// membersAt are the places that a path as in facts.UnsupportedField leads to, one for each item of the lists on it.
func membersAt(root *value.Place, path string) []member {
	members := []member{{root, owner{kind: "task definition"}, ""}}
	for _, step := range strings.Split(path, ".") {
		name, isList := strings.CutSuffix(step, "[]")
		var next []member
		for _, m := range members {
			next = append(next, m.step(name, isList)...)
		}
		members = next
	}
	return members
}

func (m member) step(name string, isList bool) []member {
	child := m.Member(name)
	own := strings.TrimPrefix(m.name+"."+name, ".")
	if !isList || child.Node() == nil || child.Node().Kind != syntax.Array {
		return []member{{&child, m.owner, own}}
	}
	var items []member
	for i := range child.Node().Items {
		item := child.Item(i)
		switch name {
		case "containerDefinitions":
			items = append(items, member{&item, owner{"container", item.Node()}, ""})
		case "volumes":
			items = append(items, member{&item, owner{"volume", item.Node()}, ""})
		default:
			items = append(items, member{&item, m.owner, own})
		}
	}
	return items
}
