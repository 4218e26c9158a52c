package cloudformation

import (
	"strings"

	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// parameter is one entry of Parameters.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
type parameter struct {
	name     string
	kind     string       // as in String, Number, CommaDelimitedList
	standard *syntax.Node // its default; nil for none
	allowed  []*syntax.Node
	secret   bool
}

func newParameter(m syntax.Member) *parameter {
	p := &parameter{name: m.Key.String(), standard: m.Value.Get("Default")}
	if kind := m.Value.Get("Type"); kind != nil {
		p.kind = kind.String()
	}
	if allowed := m.Value.Get("AllowedValues"); allowed != nil && !allowed.Incomplete {
		p.allowed = allowed.Items
	}
	noEcho := m.Value.Get("NoEcho")
	p.secret = secret.IsParameter(p.name, noEcho != nil && strings.EqualFold(noEcho.String(), "true"))
	return p
}

// isStored reports a parameter whose value is the name of the Systems Manager parameter that holds what it stands for.
func (p *parameter) isStored() bool { return strings.HasPrefix(p.kind, "AWS::SSM::Parameter::Value") }

func (p *parameter) isList() bool {
	return p.kind == "CommaDelimitedList" || strings.HasPrefix(p.kind, "List<")
}

// value is what a reference to the parameter stands for when it is given the text of n. A text that CloudFormation
// takes for a number or a truth value is a text here.
func (p *parameter) value(n *syntax.Node) *syntax.Node {
	v := &syntax.Node{Kind: syntax.String, Range: n.Range, Text: n.Text}
	switch {
	case n.Kind == syntax.Unknown || n.Kind == syntax.Object || n.Kind == syntax.Array || n.Tag != "":
		return &syntax.Node{Kind: syntax.Unknown, Range: n.Range}
	case p.isList():
		return split(v, ",", " ")
	}
	return v
}

// split is the list of the parts of a text, without what is cut off at both of their ends.
func split(n *syntax.Node, by, cut string) *syntax.Node {
	list := (&syntax.Node{Kind: syntax.Array, Range: n.Range}).Made(n.Use(), nil)
	at := 0
	for _, part := range strings.Split(n.String(), by) {
		start := at + len(part) - len(strings.TrimLeft(part, cut))
		end := max(start, at+len(strings.TrimRight(part, cut)))
		text := n.Text.Slice(start, end)
		list.Items = append(list.Items, (&syntax.Node{Kind: syntax.String, Range: partRange(n, text), Text: text}).Made(n.Use(), nil))
		at += len(part) + len(by)
	}
	return list
}

// partRange is where a part of a text stands; an empty one has no place of its own.
func partRange(n *syntax.Node, part source.Text) source.Range {
	if r := part.Whole(); part.Len() > 0 && r.Start < r.End && n.Range.Contains(r) {
		return r
	}
	return n.Range
}
