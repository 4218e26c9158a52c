package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// intrinsic recognises a call of an intrinsic function, in its short form (!Sub x) or its long one ({"Fn::Sub": "x"}).
// The name is that of the long form.
func intrinsic(n *syntax.Node) (name string, argument *syntax.Node, ok bool) {
	name, ok = intrinsicName(n)
	switch {
	case !ok:
		return "", nil, false
	case n.Tag == "":
		return name, argumentOf(n), true
	}
	plain := *n
	plain.Tag = ""
	return name, &plain, true
}

// argumentOf is the argument of a call, in the short form with the call's own tag.
func argumentOf(n *syntax.Node) *syntax.Node {
	if n.Tag == "" {
		return n.Members[0].Value
	}
	return n
}

func intrinsicName(n *syntax.Node) (name string, ok bool) {
	if n.Tag != "" {
		return longName(strings.TrimPrefix(n.Tag, "!")), true
	}
	if n.Kind != syntax.Object || len(n.Members) != 1 {
		return "", false
	}
	name = n.Members[0].Key.String()
	return name, name == "Ref" || name == "Condition" || strings.HasPrefix(name, "Fn::")
}

// isComputed reports a call of a function. Within a template an object may well have one member that is called Condition.
func isComputed(n *syntax.Node) bool {
	name, ok := intrinsicName(n)
	return ok && (name != "Condition" || n.Tag != "")
}

func longName(short string) string {
	switch short {
	case "Ref", "Condition":
		return short
	case "Sub":
		return "Fn::Sub"
	case "GetAtt":
		return "Fn::GetAtt"
	case "If":
		return "Fn::If"
	}
	return "Fn::" + short
}

// arguments are the items of a list of at least n.
func arguments(n *syntax.Node, least int) ([]*syntax.Node, bool) {
	if n.Kind != syntax.Array || n.Incomplete || len(n.Items) < least {
		return nil, false
	}
	return n.Items, true
}

// isScalar reports a text, a number or a truth value.
func isScalar(n *syntax.Node) bool {
	return n.Kind == syntax.String || n.Kind == syntax.Number || n.Kind == syntax.Bool
}

// plainText is the text of a scalar as it is written, placeholders or not: ${X} means something to a template.
func plainText(n *syntax.Node) (string, bool) {
	return n.String(), n.Tag == "" && (isScalar(n) || n.Kind == syntax.Unknown && n.Text.Len() > 0)
}
