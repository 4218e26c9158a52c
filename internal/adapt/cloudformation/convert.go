package cloudformation

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// converter makes a tree in the shape of the API of the evaluated properties of one resource.
type converter struct {
	unread   []ecs.Unread
	problems []syntax.Problem
}

// value converts a value. CloudFormation gives it the type that the API wants: "80" for 80, and 80 for "80".
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
func (c *converter) value(n *syntax.Node, m ecs.MemberShape) *syntax.Node {
	out := *n
	out.JSON = nil
	switch {
	case n.Kind == syntax.Array:
		out.Items = nil
		item := m
		item.List = false
		for _, v := range n.Items {
			out.Items = append(out.Items, c.value(v, item))
		}
	case n.Kind == syntax.Object && m.Kind == ecs.KindStructure && !m.List:
		shape, _ := ecs.ShapeOf(m.Target)
		return c.structure(n, shape)
	case n.Kind == syntax.Object:
		out.Members = nil
		for _, member := range n.Members {
			out.Members = append(out.Members, syntax.Member{Key: member.Key, Value: c.value(member.Value, ecs.MemberShape{Kind: ecs.KindString})})
		}
	case isScalar(n) && !m.List:
		out.Kind = coerced(n, m.Kind)
	}
	return &out
}

func coerced(n *syntax.Node, to ecs.Kind) syntax.Kind {
	text := n.String()
	switch to {
	case ecs.KindInteger, ecs.KindFloat:
		if _, err := strconv.ParseFloat(text, 64); err == nil && n.Kind == syntax.String {
			return syntax.Number
		}
	case ecs.KindBoolean:
		if strings.EqualFold(text, "true") || strings.EqualFold(text, "false") {
			return syntax.Bool
		}
	case ecs.KindString, ecs.KindEnum, ecs.KindTimestamp, ecs.KindMap:
		return syntax.String
	}
	return n.Kind
}

// structure converts an object whose members the API knows.
func (c *converter) structure(n *syntax.Node, shape ecs.Shape) *syntax.Node {
	out := *n
	out.Members, out.JSON = nil, nil
	names := propertyNames(shape)
	for _, m := range n.Members {
		written := m.Key.String()
		if why := ofTemplates[shape.Name][written]; why != "" {
			c.unread = append(c.unread, ecs.Unread{Range: m.Key.Range, At: written, Why: why})
			continue
		}
		name, ok := names[written]
		if !ok {
			name = c.otherName(m.Key, names)
		}
		key := *m.Key
		key.Text, key.JSON = adapt.Name(name), nil // edits don't know the template's names
		member, _ := shape.Member(name)
		out.Members = append(out.Members, syntax.Member{Key: &key, Value: c.value(m.Value, member)})
	}
	return &out
}

// otherName is what a property is called in the tree that isn't written as CloudFormation has it. It takes one in another
// case for what it is, and says that its key is extraneous.
// https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1005
// https://github.com/aws/aws-cdk/issues/14118
func (c *converter) otherName(key *syntax.Node, names map[string]string) string {
	written := key.String()
	for property, name := range names {
		if strings.EqualFold(property, written) || strings.EqualFold(name, written) {
			c.problems = append(c.problems, syntax.Problem{
				Rule: "unknown-key", Range: key.Range, Help: "rename it to " + property,
				Message: fmt.Sprintf("CloudFormation has no property %q: did you mean %s?", written, property),
			})
			return name
		}
	}
	return written
}
