package cloudformation

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// matters reports a resource that any rule reads.
func (r *resource) matters() bool {
	return len(operations[r.kind]) > 0 || r.kind == stackKind || ecs.IsCompanion(r.kind)
}

// objects makes the objects of all resources that exist in the environment, those of nested stacks too.
func (e *evaluator) objects() []*ecs.Object {
	var objects []*ecs.Object
	for _, r := range e.t.resources {
		if !r.matters() || e.exists(r).IsFalse() {
			continue
		}
		if r.kind == stackKind {
			if inner := e.stack(r); inner != nil {
				objects = append(objects, inner.objects()...)
				continue
			}
		}
		objects = append(objects, e.objectsOf(r)...)
	}
	return objects
}

// objectsOf are the objects of one resource: mostly one, none of a resource that has nothing to do with ECS.
func (e *evaluator) objectsOf(r *resource) []*ecs.Object {
	if e.steady == nil {
		return e.makeObjectsOf(r)
	}
	objects, ok := e.steady.objects[r]
	if !ok {
		e.asked = false
		objects = e.makeObjectsOf(r)
		if !e.asked {
			e.steady.objects[r] = objects
		}
	}
	return objects
}

func (e *evaluator) makeObjectsOf(r *resource) []*ecs.Object {
	root := r.properties
	if root != nil {
		root = e.evalAnew(root) // each object has a root of its own
	}
	if root == nil || root.Kind == syntax.Null || root.Kind == syntax.Missing {
		root = &syntax.Node{Kind: syntax.Object, Range: r.key.Range, Incomplete: root != nil}
	}
	dependsOn := e.dependencies(r, root)
	parts := partsOf(r, root)
	var objects []*ecs.Object
	for i, p := range parts {
		object := e.typed(r, p)
		object.Origin = &ecs.Origin{
			ID: e.scope + r.id + p.suffix, Resource: r.kind, Spell: Spell, DependsOn: dependsOn,
			Uncertain: e.exists(r) == value.Unknown, Open: e.t.open,
		}
		if i == 0 {
			object.Unread = append(object.Unread, r.unread()...)
		}
		objects = append(objects, object)
	}
	return objects
}

// dependencies are the ids of what is made before a resource: what it names by DependsOn, and what it refers to.
func (e *evaluator) dependencies(r *resource, root *syntax.Node) []string {
	var ids []string
	for _, id := range r.dependsOn {
		ids = append(ids, e.scope+id)
	}
	for _, id := range refersOf(root) {
		id, _, _ = strings.Cut(id, ".")
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// typed is the object in the shape of the API; one of another service keeps the shape of the template.
func (e *evaluator) typed(r *resource, p part) *ecs.Object {
	c := &converter{nodes: e.nodes, literal: e.literal, certain: map[*syntax.Node]bool{}}
	if e.steady != nil {
		c.constants = e.steady.constants
	}
	if p.operation == "" {
		whole := c.plain(p.root)
		e.head(whole, r)
		return adapt.NewNormalObject(e.t.File, Format, ecs.TypeResource, "", whole)
	}
	tree := c.value(p.root, ecs.MemberShape{Kind: ecs.KindStructure, Target: p.operation})
	e.head(tree, r)
	for _, member := range p.generated {
		if _, there := tree.Member(member); !there && tree.Kind == syntax.Object {
			tree.Members = append(tree.Members, generated(member, r))
		}
	}
	object := adapt.NewNormalObject(e.t.File, Format, ecs.TypeOf(p.operation), p.operation, tree)
	object.Given, object.Unread, object.Problems = ecs.ByTemplate, c.unread, c.problems
	return object
}

// head lets the resource's id stand for the whole.
func (e *evaluator) head(root *syntax.Node, r *resource) {
	root.Text = r.key.Text
	if e.t.macro {
		root.Walk(func(n *syntax.Node) bool {
			n.Incomplete = n.Kind == syntax.Object || n.Kind == syntax.Array
			return true
		})
	}
}

// unread is what a resource says to CloudFormation itself.
func (r *resource) unread() []ecs.Unread {
	var unread []ecs.Unread
	for _, m := range r.node.Members {
		if key := m.Key.String(); key != "Properties" && key != "Type" && key != "Condition" && key != "DependsOn" {
			unread = append(unread, ecs.Unread{Range: m.Key.Range, At: r.id + "." + key, Why: "it speaks to CloudFormation"})
		}
	}
	return unread
}

// Types are the types of the objects that the template may hold, with repetitions.
func (t *Template) Types() []ecs.Type {
	var types []ecs.Type
	for _, r := range t.resources {
		for _, operation := range operations[r.kind] {
			types = append(types, ecs.TypeOf(operation))
		}
		if r.kind == stackKind {
			types = append(types, ecs.TypeResource)
		}
	}
	return types
}
