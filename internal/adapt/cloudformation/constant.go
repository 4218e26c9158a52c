package cloudformation

import (
	"iter"
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// steady is what all environments of the worlds of a template have in common. A part of it is kept once it is needed.
type steady struct {
	nodes     syntax.Nodes
	literal   map[*syntax.Node]bool
	constants map[*syntax.Node]*constant
	values    map[*syntax.Node]*syntax.Node // of what is computed of nothing that an environment tells
	objects   map[*resource][]*ecs.Object   // of resources that are always there, and made of such values alone
	open      map[string]bool               // names of parameters that may have a value
}

func (t *Template) newSteady(q *questions) *steady {
	s := &steady{
		constants: constantsIn(t.resources), values: map[*syntax.Node]*syntax.Node{}, objects: map[*resource][]*ecs.Object{},
		open: map[string]bool{}, literal: map[*syntax.Node]bool{},
	}
	for name, p := range t.parameters {
		s.open[name] = p.standard != nil || len(p.allowed) > 0
	}
	for name := range q.domains {
		s.open[name] = true
	}
	return s
}

// keep keeps the value of a part of the template.
func (s *steady) keep(n, v *syntax.Node) {
	s.values[n] = v
	if v != noValue {
		s.constants[v] = &constant{}
	}
}

// constant is a value that is the same in every environment, and so is what is made of it: a part of the template without
// any function in it, or one of steady's values.
type constant struct {
	made     *syntax.Node // as objects have it; nil until one needs it
	unread   []ecs.Unread
	problems []syntax.Problem
}

// maxConstant bounds how many levels a constant has, so that maxDepth holds for it too.
const maxConstant = 20

// constantsIn are the largest constants below the properties of resources. The properties as a whole are none: each object
// has a root of its own.
func constantsIn(resources []*resource) map[*syntax.Node]*constant {
	found := constants{}
	for _, r := range resources {
		if r.matters() && r.properties != nil {
			found.split(r.properties, false)
		}
	}
	return found
}

type constants map[*syntax.Node]*constant

// never is more levels than a constant has.
const never = maxConstant + 1

// split adds the largest constants below n; none where n is one itself, and may be. It tells how many levels of values n has,
// never where something in it is computed.
func (found constants) split(n *syntax.Node, mayBe bool) int {
	var own [16]int // of most values
	levels, most := own[:0], 0
	for part := range partsThatStay(n) {
		l := found.split(part, true)
		levels, most = append(levels, l), max(most, l)
	}
	if mayBe && most < maxConstant && !isComputed(n) && !slices.ContainsFunc(n.Members, isAnyMembers) {
		return most + 1
	}
	i := 0
	for part := range partsThatStay(n) {
		if levels[i] <= maxConstant {
			found[part] = &constant{}
		}
		i++
	}
	return never
}

// partsThatStay are those below n that may become a part of its value as they are.
func partsThatStay(n *syntax.Node) iter.Seq[*syntax.Node] {
	return func(yield func(*syntax.Node) bool) {
		items, members := n.Items, n.Members
		if name, _ := intrinsicName(n); isComputed(n) {
			items, members = nil, nil
			if args, ok := arguments(argumentOf(n), 3); ok && name == "Fn::If" {
				items = args[1:]
			}
		}
		for _, item := range items {
			if !yield(item) {
				return
			}
		}
		for _, m := range members {
			if !isAnyMembers(m) && !yield(m.Value) {
				return
			}
		}
	}
}
