package cloudformation

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// evaluator evaluates a template in one environment. What it can't know is Unknown, and keeps what it refers to.
type evaluator struct {
	t     *Template
	env   *environment
	scope string // of the ids of a nested stack, as in Network/; "" for the outermost

	nodes      *syntax.Nodes
	literal    map[*syntax.Node]bool // texts of which all that looks like a placeholder is ${!X}, which gives ${X}
	depth      int
	steady     *steady              // what needs no environment; nil where it isn't kept
	asked      bool                 // the environment was asked since this was last false
	conditions map[string]value.Tri // what was decided
	names      map[string]resourceName
	nested     map[string]*evaluator
	assumed    map[string]bool // parameters whose default was taken
	chosen     map[string]bool // parameters of which one of the allowed values was taken
}

// environment is what is known of a template's parameters, and of comparisons that nobody can decide.
type environment struct {
	values  map[string]*syntax.Node // by the parameter's name; one that is missing is unknown
	not     map[string][]string     // texts that a parameter certainly isn't
	atoms   map[*syntax.Node]value.Tri
	assumed map[string]bool // values that are defaults
	chosen  map[string]bool // values that are one of several allowed ones
	load    Load
}

func newEvaluator(t *Template, env *environment, scope string) *evaluator {
	return &evaluator{
		t: t, env: env, scope: scope, nodes: &syntax.Nodes{}, literal: map[*syntax.Node]bool{}, conditions: map[string]value.Tri{}, names: map[string]resourceName{},
		nested: map[string]*evaluator{}, assumed: map[string]bool{}, chosen: map[string]bool{},
	}
}

const (
	maxDepth = 100     // of references that lead to references
	maxText  = 1 << 16 // bytes of a text that functions put together
)

// noValue stands for what AWS::NoValue removes.
var noValue = &syntax.Node{Kind: syntax.Missing}

// eval is the value of n. It never changes n; what has no function in it is n itself.
func (e *evaluator) eval(n *syntax.Node) *syntax.Node {
	if e.depth >= maxDepth {
		e.asked = true // elsewhere it may be less deep
		return unknown(n, nil)
	}
	switch {
	case n.Tag == "" && n.Kind != syntax.Object && n.Kind != syntax.Array:
		return n
	case e.steady == nil || e.depth >= maxDepth-maxConstant:
		return e.evalAnew(n)
	}
	if e.steady.constants[n] != nil {
		return n
	}
	if v := e.steady.values[n]; v != nil {
		return v
	}
	before := e.asked
	e.asked = false
	v := e.evalAnew(n)
	if !e.asked && v != n {
		e.steady.keep(n, v)
	}
	e.asked = e.asked || before
	return v
}

func (e *evaluator) evalAnew(n *syntax.Node) *syntax.Node {
	e.depth++
	defer func() { e.depth-- }()
	if isComputed(n) {
		name, argument, _ := intrinsic(n)
		return e.call(n, name, argument)
	}
	switch n.Kind {
	case syntax.Object:
		return e.object(n)
	case syntax.Array:
		return e.array(n)
	}
	return n
}

func (e *evaluator) object(n *syntax.Node) *syntax.Node {
	result := n // until something is another in it
	for i, m := range n.Members {
		any := isAnyMembers(m)
		v := m.Value
		if !any {
			v = e.eval(v)
		}
		if result == n && (any || v != m.Value) {
			result = e.nodes.Copy(n)
			result.Members = append(make([]syntax.Member, 0, len(n.Members)), n.Members[:i]...)
		}
		switch {
		case any:
			result.Incomplete = true
		case result != n && v != noValue:
			result.Members = append(result.Members, syntax.Member{Key: m.Key, Value: v})
		}
	}
	return result
}

// isAnyMembers reports Fn::Transform and Fn::ForEach among members, which stand for any others.
func isAnyMembers(m syntax.Member) bool { return strings.HasPrefix(m.Key.String(), "Fn::") }

func (e *evaluator) array(n *syntax.Node) *syntax.Node {
	result := n // until something is another in it
	for i, item := range n.Items {
		v := e.eval(item)
		maybe := v.Kind == syntax.Unknown && v.Incomplete // it may be no item at all
		if result == n && v != item {
			result = e.nodes.Copy(n)
			result.Items = append(make([]*syntax.Node, 0, len(n.Items)), n.Items[:i]...)
		}
		switch {
		case result == n, v == noValue:
		case maybe:
			result.Incomplete = true
		default:
			result.Items = append(result.Items, v)
		}
	}
	return result
}

func (e *evaluator) call(n *syntax.Node, name string, argument *syntax.Node) *syntax.Node {
	switch name {
	case "Ref":
		return e.ref(n, argument)
	case "Fn::GetAtt":
		return e.getAtt(n, argument)
	case "Fn::Sub":
		return e.sub(n, argument)
	case "Fn::Join":
		return e.join(n, argument)
	case "Fn::If":
		return e.choose(n, argument)
	case "Fn::Select":
		return e.selected(n, argument)
	case "Fn::Split":
		return e.split(n, argument)
	case "Fn::FindInMap":
		return e.findInMap(n, argument)
	}
	return unknown(n, refersOf(e.eval(argument)))
}

// unknown stands for n, whose value can't be known.
func unknown(n *syntax.Node, refers []string) *syntax.Node {
	v := (&syntax.Node{Kind: syntax.Unknown, Range: n.Range}).Made(source.Range{}, refers)
	if n.Kind != syntax.Object && n.Kind != syntax.Array {
		v.Text = n.Text
	}
	return v
}

// refersOf is what a tree refers to, without repetition.
func refersOf(nodes ...*syntax.Node) []string {
	var refers []string
	for _, n := range nodes {
		n.Walk(func(n *syntax.Node) bool {
			for _, id := range n.Refers() {
				if !slices.Contains(refers, id) {
					refers = append(refers, id)
				}
			}
			return true
		})
	}
	return refers
}

// choose is Fn::If. Where nobody can tell which, it is what both ways lead to.
func (e *evaluator) choose(n, argument *syntax.Node) *syntax.Node {
	args, ok := arguments(argument, 3)
	if !ok {
		return unknown(n, nil)
	}
	switch name, _ := plainText(args[0]); e.condition(name) {
	case value.True:
		return e.eval(args[1])
	case value.False:
		return e.eval(args[2])
	}
	a, b := e.eval(args[1]), e.eval(args[2])
	if syntax.SameValue(a, b) {
		return a
	}
	v := unknown(n, either(refersOf(a), refersOf(b)))
	v.Incomplete = a == noValue || b == noValue
	return v
}

// either is what a value refers to that is one of two. Where one of them refers to nothing, "" stands for it: nobody may take
// the rest for certain.
func either(a, b []string) []string {
	if len(a)+len(b) == 0 {
		return nil
	}
	if len(a) == 0 || len(b) == 0 {
		return slices.Concat(a, b, []string{""})
	}
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}
