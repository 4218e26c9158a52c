package rego

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// world tells what stands in the input where something isn't known.
type world uint8

const (
	absent  world = iota // nothing
	markers              // an object {"_unknown": true, "_at": ...}
)

// encoder turns a tree into the input of policies.
type encoder struct {
	world    world
	unknowns bool // something unknown was met
}

// root encodes the input of an operation.
func (e *encoder) root(o *ecs.Object, at string) *ast.Term {
	shape, _ := ecs.ShapeOf(o.Operation)
	return e.object(o.Root, at, shape)
}

func (e *encoder) object(n *syntax.Node, at string, shape ecs.Shape) *ast.Term {
	e.unknowns = e.unknowns || n.Incomplete
	object := ast.NewObject(pair("_at", ast.StringTerm(at)))
	for key, v := range effective(n) {
		member, _ := shape.Member(key)
		if term := e.member(v, value.JoinMember(at, key), member); term != nil {
			object.Insert(ast.StringTerm(key), term)
		}
	}
	return ast.NewTerm(object)
}

// member encodes the value of a member; nil where it is left out. An unset value is left out as AWS's tools do.
func (e *encoder) member(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	if n.Unset() && n.Kind != syntax.Missing {
		return nil
	}
	return e.value(n, at, as)
}

func (e *encoder) value(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	switch n.Kind {
	case syntax.Object:
		if as.Kind == ecs.KindMap || as.Kind == ecs.KindDocument {
			return e.freeMap(n, at, as)
		}
		shape, _ := ecs.ShapeOf(as.Target)
		return e.object(n, at, shape)
	case syntax.Array:
		return e.list(n, at, as)
	}
	if term := scalar(n, as.Kind); term != nil {
		return term
	}
	return e.unknown(at)
}

// freeMap encodes a map whose keys the user chose: it has no room for a place of its own.
func (e *encoder) freeMap(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	e.unknowns = e.unknowns || n.Incomplete
	object := ast.NewObject()
	for key, v := range effective(n) {
		if term := e.value(v, at, as); term != nil {
			object.Insert(ast.StringTerm(key), term)
		}
	}
	return ast.NewTerm(object)
}

// list encodes a list. An incomplete one ends in a marker, in the world of markers.
func (e *encoder) list(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	var items []*ast.Term
	labels := value.ItemLabels(n.Items)
	for i, item := range n.Items {
		if term := e.value(item, at+"["+labels[i]+"]", as); term != nil {
			items = append(items, term)
		}
	}
	if n.Incomplete {
		if more := e.unknown(at); more != nil {
			items = append(items, more)
		}
	}
	return ast.ArrayTerm(items...)
}

func (e *encoder) unknown(at string) *ast.Term {
	e.unknowns = true
	if e.world == absent {
		return nil
	}
	return ast.ObjectTerm(pair("_unknown", ast.BooleanTerm(true)), pair("_at", ast.StringTerm(at)))
}

// effective are the members that count: of duplicate keys the last.
func effective(n *syntax.Node) map[string]*syntax.Node {
	members := make(map[string]*syntax.Node, len(n.Members))
	for _, m := range n.Members {
		members[m.Key.String()] = m.Value
	}
	return members
}

func pair(key string, v *ast.Term) [2]*ast.Term { return [2]*ast.Term{ast.StringTerm(key), v} }
