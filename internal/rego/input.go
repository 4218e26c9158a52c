package rego

import (
	"iter"
	"slices"
	"sync"

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
	encoded  Encoded
	unknowns bool // something unknown was met
}

// Encoded are parts of inputs in which all is known: they are the same in both worlds, and in every object that has them at
// the same place.
type Encoded map[part]*ast.Term

type part struct {
	node *syntax.Node
	at   string
}

// once encodes an object or a list, if it isn't encoded yet.
func (e *encoder) once(n *syntax.Node, at string, encode func() *ast.Term) *ast.Term {
	if term := e.encoded[part{n, at}]; term != nil {
		return term
	}
	before := e.unknowns
	e.unknowns = false
	term := encode()
	if !e.unknowns {
		e.encoded[part{n, at}] = term
	}
	e.unknowns = e.unknowns || before
	return term
}

// root encodes the input of an operation.
func (e *encoder) root(o *ecs.Object, at string) *ast.Term {
	shape, _ := ecs.ShapeOf(o.Operation)
	return e.object(o.Root, at, shape)
}

func (e *encoder) object(n *syntax.Node, at string, shape ecs.Shape) *ast.Term {
	e.unknowns = e.unknowns || n.Incomplete
	pairs := make([][2]*ast.Term, 1, 1+len(n.Members))
	pairs[0] = [2]*ast.Term{atKey, ast.StringTerm(at)}
	for m := range effective(n) {
		key := m.Key.String()
		member, _ := shape.Member(key)
		if term := e.member(m.Value, place{at, key}, member); term != nil {
			pairs = append(pairs, [2]*ast.Term{keyTerm(key, member), term})
		}
	}
	return ast.NewTerm(ast.NewObject(pairs...))
}

var atKey = ast.StringTerm("_at")

// keyTerm is the term of a key. Those of members of the API are made once.
func keyTerm(key string, member ecs.MemberShape) *ast.Term {
	if member.Name == "" {
		return ast.StringTerm(key)
	}
	term, ok := memberTerms.Load(key)
	if !ok {
		term, _ = memberTerms.LoadOrStore(key, ast.StringTerm(key))
	}
	return term.(*ast.Term)
}

var memberTerms sync.Map // name -> *ast.Term

// place is where a value stands: a member of what stands at a place, or, without a name, there.
type place struct{ at, member string }

func (p place) String() string {
	if p.member == "" {
		return p.at
	}
	return value.JoinMember(p.at, p.member)
}

// member encodes the value of a member; nil where it is left out. An unset value is left out as AWS's tools do.
func (e *encoder) member(n *syntax.Node, at place, as ecs.MemberShape) *ast.Term {
	if n.Unset() && n.Kind != syntax.Missing {
		return nil
	}
	return e.value(n, at, as)
}

func (e *encoder) value(n *syntax.Node, at place, as ecs.MemberShape) *ast.Term {
	if n.Kind == syntax.Object || n.Kind == syntax.Array {
		place := at.String()
		return e.once(n, place, func() *ast.Term { return e.collection(n, place, as) })
	}
	if term := scalar(n, as.Kind); term != nil {
		return term
	}
	return e.unknown(at)
}

func (e *encoder) collection(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	switch {
	case n.Kind == syntax.Array:
		return e.list(n, at, as)
	case as.Kind == ecs.KindMap || as.Kind == ecs.KindDocument:
		return e.freeMap(n, at, as)
	}
	shape, _ := ecs.ShapeOf(as.Target)
	return e.object(n, at, shape)
}

// freeMap encodes a map whose keys the user chose: it has no room for a place of its own.
func (e *encoder) freeMap(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	e.unknowns = e.unknowns || n.Incomplete
	pairs := make([][2]*ast.Term, 0, len(n.Members))
	for m := range effective(n) {
		if term := e.value(m.Value, place{at: at}, as); term != nil {
			pairs = append(pairs, pair(m.Key.String(), term))
		}
	}
	return ast.NewTerm(ast.NewObject(pairs...))
}

// list encodes a list. An incomplete one ends in a marker, in the world of markers.
func (e *encoder) list(n *syntax.Node, at string, as ecs.MemberShape) *ast.Term {
	var items []*ast.Term
	labels := value.ItemLabels(n.Items)
	for i, item := range n.Items {
		if term := e.value(item, place{at: at + "[" + labels[i] + "]"}, as); term != nil {
			items = append(items, term)
		}
	}
	if n.Incomplete {
		if more := e.unknown(place{at: at}); more != nil {
			items = append(items, more)
		}
	}
	return ast.ArrayTerm(items...)
}

func (e *encoder) unknown(at place) *ast.Term {
	e.unknowns = true
	if e.world == absent {
		return nil
	}
	return ast.ObjectTerm(pair("_unknown", ast.BooleanTerm(true)), [2]*ast.Term{atKey, ast.StringTerm(at.String())})
}

// effective are the members that count: of duplicate keys the last.
func effective(n *syntax.Node) iter.Seq[syntax.Member] {
	return func(yield func(syntax.Member) bool) {
		later := map[string]bool{}
		for _, m := range slices.Backward(n.Members) {
			key := m.Key.String()
			if !later[key] && !yield(m) {
				return
			}
			later[key] = true
		}
	}
}

func pair(key string, v *ast.Term) [2]*ast.Term { return [2]*ast.Term{ast.StringTerm(key), v} }
