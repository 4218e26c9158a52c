package rego

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/ecslint/ecslint/internal/ecs"
)

// readsByName reports a policy that certainly reads structures by the names of their members alone, so that a member which it
// doesn't name changes nothing: it never goes through what a structure has, and never compares, counts or prints one as a
// whole. What isn't known to be harmless isn't. The packages of the library are: they go through nothing of the input.
func readsByName(policy *ast.Module, library []*ast.Module) bool {
	r := reading{rules: map[ast.Var][]*ast.Rule{}}
	for _, rule := range policy.Rules {
		r.rules[rule.Head.Name] = append(r.rules[rule.Head.Name], rule)
	}
	for _, i := range policy.Imports {
		ofLibrary := func(m *ast.Module) bool { return m.Package.Path.Equal(i.Path.Value) }
		if !slices.ContainsFunc(library, ofLibrary) {
			return false
		}
	}
	return !slices.ContainsFunc(policy.Rules, func(rule *ast.Rule) bool { return !r.fine(rule) })
}

// reading looks at what the rules of a policy read.
type reading struct{ rules map[ast.Var][]*ast.Rule }

// fine reports that nothing in a part of the policy needs more of a structure than members by their names.
func (r reading) fine(x any) bool {
	fine := true
	ast.NewGenericVisitor(func(x any) bool {
		if some, ok := x.(*ast.SomeDecl); ok {
			fine = fine && r.fineSome(some)
			return true
		}
		fine = fine && r.fineItself(x)
		return !fine
	}).Walk(x)
	return fine
}

func (r reading) fineItself(x any) bool {
	switch x := x.(type) {
	case *ast.Head:
		return x.Key == nil || x.Name == "report" || !r.isWhole(x.Key)
	case *ast.Expr:
		return len(x.With) == 0 && (!x.IsCall() || r.fineCall(x.Operator(), x.Operands()))
	case ast.Call:
		return r.fineCall(x[0].Value.(ast.Ref), x[1:])
	case ast.Ref:
		return r.fineRef(x)
	case *ast.Every:
		return r.isCollection(x.Domain)
	case *ast.ArrayComprehension:
		return !r.isWhole(x.Term)
	case *ast.SetComprehension:
		return !r.isWhole(x.Term)
	case *ast.ObjectComprehension:
		return false
	case ast.Set:
		return !slices.ContainsFunc(x.Slice(), r.isWhole)
	}
	return true
}

// fineSome reports "some x in collection", and "some x".
func (r reading) fineSome(some *ast.SomeDecl) bool {
	for _, symbol := range some.Symbols {
		if in, ok := symbol.Value.(ast.Call); ok {
			collection := in[len(in)-1]
			if !r.isCollection(collection) || !r.fine(collection) {
				return false
			}
		}
	}
	return true
}

// fineRef reports steps by names and numbers, and others from a list or a map alone.
func (r reading) fineRef(ref ast.Ref) bool {
	if ref[0].Equal(ast.DefaultRootDocument) {
		return false
	}
	for i, step := range ref[1:] {
		if !ast.IsConstant(step.Value) && !r.isCollection(ast.NewTerm(ref[:i+1])) {
			return false
		}
	}
	return true
}

var comparisons = []string{"eq", "equal", "neq", "lt", "lte", "gt", "gte"}

// ofScalars are builtins that are undefined for a structure, whatever it has, or tell only that it is one.
var ofScalars = []string{
	"concat", "contains", "endswith", "format_int", "indexof", "lower", "replace", "split", "startswith", "substring", "to_number",
	"upper", "is_array", "is_boolean", "is_null", "is_number", "is_object", "is_string", "plus", "minus", "mul", "div", "rem",
	"trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix",
}

func (r reading) fineCall(operator ast.Ref, args []*ast.Term) bool {
	switch name := operator.String(); {
	case slices.Contains(comparisons, name):
		return !r.isWhole(args[0]) || !r.isWhole(args[1])
	case name == "internal.member_2":
		ofScalars := ast.IsConstant(args[1].Value) && !r.isWhole(args[1])
		return ofScalars || !r.isWhole(args[0]) && r.isCollection(args[1])
	case name == "count":
		return r.isCollection(args[0]) || !r.isWhole(args[0])
	case name == "object.get":
		return ast.IsConstant(args[1].Value)
	case name == "sprintf":
		return !r.isWhole(args[1])
	case name == "assign", slices.Contains(ofScalars, name), strings.HasPrefix(name, "regex."):
		return true
	default:
		return ast.BuiltinMap[name] == nil // a function of a policy is looked at where it stands
	}
}

// isWhole reports what may be a structure, or hold one.
func (r reading) isWhole(t *ast.Term) bool {
	switch v := t.Value.(type) {
	case ast.Var:
		return r.mayGiveWhole(v)
	case ast.Ref:
		for _, step := range slices.Backward(v[1:]) {
			if name, ok := step.Value.(ast.String); ok {
				return isStructure(string(name))
			}
		}
		return r.isWhole(v[0])
	case ast.Call:
		switch name := v[0].String(); {
		case name == "object.get":
			return r.isWhole(lastStep(v[2])) || r.isWhole(v[3])
		case ast.BuiltinMap[name] == nil:
			return r.mayGiveWhole(ast.Var(name))
		}
	case *ast.Array:
		return v.Until(r.isWhole)
	case ast.Object:
		return true
	}
	return false
}

// lastStep is where a path of object.get leads.
func lastStep(path *ast.Term) *ast.Term {
	if steps, ok := path.Value.(*ast.Array); ok && steps.Len() > 0 {
		path = steps.Elem(steps.Len() - 1)
	}
	return ast.NewTerm(ast.Ref{ast.InputRootDocument, path})
}

// mayGiveWhole reports a variable, or a rule that may give a structure.
func (r reading) mayGiveWhole(name ast.Var) bool {
	rules := r.rules[name]
	for _, rule := range rules {
		for ; rule != nil; rule = rule.Else {
			if rule.Head.Value != nil && r.isWhole(rule.Head.Value) {
				return true
			}
		}
	}
	return len(rules) == 0
}

// isCollection reports a list or a map of the API, or what the policy lists itself.
func (r reading) isCollection(t *ast.Term) bool {
	switch v := t.Value.(type) {
	case ast.Ref:
		if name, ok := v[len(v)-1].Value.(ast.String); ok {
			return isList(string(name))
		}
		return len(v) == 1 && r.isCollection(v[0])
	case ast.Var:
		rules := r.rules[v]
		constant := func(rule *ast.Rule) bool {
			return rule.Head.Value != nil && ast.IsConstant(rule.Head.Value.Value) && rule.Else == nil
		}
		return len(rules) > 0 && !slices.ContainsFunc(rules, func(rule *ast.Rule) bool { return !constant(rule) })
	case *ast.ArrayComprehension, *ast.SetComprehension:
		return true
	}
	return ast.IsConstant(t.Value)
}

// isStructure reports a name that any member of the API has which is a structure, or a list of them.
func isStructure(name string) bool {
	return slices.ContainsFunc(ecs.MembersNamed(name), func(m ecs.MemberShape) bool { return m.Kind == ecs.KindStructure })
}

// isList reports a name of members of the API that are lists or maps, all of them.
func isList(name string) bool {
	members := ecs.MembersNamed(name)
	return len(members) > 0 && !slices.ContainsFunc(members, func(m ecs.MemberShape) bool { return !m.List && m.Kind != ecs.KindMap })
}
