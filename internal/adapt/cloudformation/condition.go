package cloudformation

import (
	"slices"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// test is the value of a condition's expression.
func (e *evaluator) test(n *syntax.Node) value.Tri {
	name, argument, ok := intrinsic(n)
	if !ok || e.depth >= maxDepth {
		return value.Unknown
	}
	e.depth++
	defer func() { e.depth-- }()
	switch name {
	case "Condition":
		name, _ := plainText(argument)
		return e.condition(name)
	case "Fn::Not":
		if args, ok := arguments(argument, 1); ok {
			return e.test(args[0]).Not()
		}
	case "Fn::And", "Fn::Or":
		if args, ok := arguments(argument, 1); ok {
			return e.testAll(name, args)
		}
	case "Fn::Equals":
		if args, ok := arguments(argument, 2); ok {
			return e.equals(n, args[0], args[1])
		}
	}
	return value.Unknown
}

func (e *evaluator) testAll(name string, args []*syntax.Node) value.Tri {
	all, either := value.True, value.False
	for _, arg := range args {
		t := e.test(arg)
		all, either = all.And(t), either.Or(t)
	}
	if name == "Fn::And" {
		return all
	}
	return either
}

func (e *evaluator) equals(n, a, b *syntax.Node) value.Tri {
	x, y := e.eval(a), e.eval(b)
	if isScalar(x) && isScalar(y) {
		return value.TriOf(x.String() == y.String())
	}
	if parameter, text, ok := comparison(a, b); ok && slices.Contains(e.env.not[parameter], text) {
		return value.False
	}
	if decided, ok := e.env.atoms[n]; ok {
		return decided
	}
	return value.Unknown
}

// comparison recognises a parameter that is compared with a constant, in either order.
func comparison(a, b *syntax.Node) (parameter, text string, ok bool) {
	for range 2 {
		if name, argument, isCall := intrinsic(a); isCall && name == "Ref" && isScalar(b) && b.Tag == "" {
			parameter, ok = plainText(argument)
			return parameter, b.String(), ok
		}
		a, b = b, a
	}
	return "", "", false
}
