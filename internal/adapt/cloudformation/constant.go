package cloudformation

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// steady is what all environments of the worlds of a template have in common. A part of it is kept once it is needed.
type steady struct {
	constants map[*syntax.Node]*constant
	values    map[*syntax.Node]*syntax.Node // of what is computed of nothing that an environment tells
	objects   map[*resource][]*ecs.Object   // of resources that are always there, and made of such values alone
	open      map[string]bool               // names of parameters that may have a value
}

func (t *Template) newSteady(q *questions) *steady {
	s := &steady{
		constants: constantsIn(t.resources), values: map[*syntax.Node]*syntax.Node{}, objects: map[*resource][]*ecs.Object{},
		open: map[string]bool{},
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
	found := map[*syntax.Node]*constant{}
	for _, r := range resources {
		if r.matters() && r.properties != nil {
			splitConstants(r.properties, found)
		}
	}
	return found
}

// splitConstants adds the largest constants below n.
func splitConstants(n *syntax.Node, found map[*syntax.Node]*constant) {
	for _, part := range partsThatStay(n) {
		if levels(part) <= maxConstant {
			found[part] = &constant{}
		} else {
			splitConstants(part, found)
		}
	}
}

// partsThatStay are those below n that may become a part of its value as they are.
func partsThatStay(n *syntax.Node) []*syntax.Node {
	if isComputed(n) {
		if name, _ := intrinsicName(n); name != "Fn::If" {
			return nil
		}
		_, argument, _ := intrinsic(n)
		if args, ok := arguments(argument, 3); ok {
			return args[1:]
		}
		return nil
	}
	parts := slices.Clone(n.Items)
	for _, m := range n.Members {
		if !isAnyMembers(m) {
			parts = append(parts, m.Value)
		}
	}
	return parts
}

// levels is how many levels of values n has; beyond all bounds where something in it is computed.
func levels(n *syntax.Node) int {
	const never = maxConstant + 1
	if isComputed(n) || slices.ContainsFunc(n.Members, isAnyMembers) {
		return never
	}
	most := 0
	for _, part := range partsThatStay(n) {
		if most = max(most, levels(part)); most >= never {
			return never
		}
	}
	return most + 1
}
