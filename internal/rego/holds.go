package rego

import (
	"regexp"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Holds reports for certain, without an evaluation, that a finding in an object is made in another state of it too: where the
// two differ only in members that the policy doesn't name, and its evidence is still known. Of a policy that may read more than
// members by their names nothing is certain.
func (h *Host) Holds(d diag.Diagnostic, before, after *ecs.Object) bool {
	load := h.programs[before.Type]
	if load == nil || before.Root.Kind != syntax.Object {
		return false
	}
	p, err := load()
	if err != nil || p.readsLinks {
		return false
	}
	named := p.named[packageName(d.Rule)]
	shape, _ := ecs.ShapeOf(before.Operation)
	if named == nil || !differOnlyIn(before.Root, after.Root, shape, func(member string) bool { return !named[member] }) {
		return false
	}
	for _, at := range append([]string{d.At}, d.Reads...) {
		if place := value.Resolve(after.Root, at); place == nil || !place.Certain() {
			return false
		}
	}
	return true
}

// differOnlyIn reports two objects of a structure whose innermost members that differ are all among some.
func differOnlyIn(a, b *syntax.Node, shape ecs.Shape, among func(member string) bool) bool {
	if a.Kind != syntax.Object || b.Kind != syntax.Object || a.Incomplete || b.Incomplete || len(a.Members) != len(b.Members) {
		return false
	}
	for i, m := range a.Members {
		key := m.Key.String()
		member, _ := shape.Member(key)
		if key != b.Members[i].Key.String() || !memberDiffersOnlyIn(m.Value, b.Members[i].Value, member, among) && !among(key) {
			return false
		}
	}
	return true
}

// memberDiffersOnlyIn reports values that are the same but for members of structures in them.
func memberDiffersOnlyIn(a, b *syntax.Node, as ecs.MemberShape, among func(member string) bool) bool {
	switch {
	case syntax.Identical(a, b):
		return true
	case as.Kind != ecs.KindStructure:
		return false
	case a.Kind == syntax.Array && b.Kind == syntax.Array && !a.Incomplete && !b.Incomplete && len(a.Items) == len(b.Items):
		for i, item := range a.Items {
			if !memberDiffersOnlyIn(item, b.Items[i], as, among) {
				return false
			}
		}
		return true
	}
	shape, _ := ecs.ShapeOf(as.Target)
	return differOnlyIn(a, b, shape, among)
}

var word = regexp.MustCompile(`[A-Za-z0-9_]+`)

// namesIn are all names that stand in a module, and those that name items of lists, which places are made of.
func namesIn(modules ...*ast.Module) map[string]bool {
	names := map[string]bool{"name": true, "key": true, "containerName": true}
	for _, module := range modules {
		ast.WalkTerms(module, func(t *ast.Term) bool {
			if s, ok := t.Value.(ast.String); ok {
				for _, name := range word.FindAllString(string(s), -1) {
					names[name] = true
				}
			}
			return false
		})
	}
	return names
}
