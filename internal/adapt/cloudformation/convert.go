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
	nodes     *syntax.Nodes
	constants map[*syntax.Node]*constant
	literal   map[*syntax.Node]bool // texts that look like placeholders, and aren't: as the template has them
	certain   map[*syntax.Node]bool // as their container has them
	unread    []ecs.Unread
	problems  []syntax.Problem
}

// once makes a constant when it is first needed, and takes over what came of it.
func (c *converter) once(n *syntax.Node, make func(*converter) *syntax.Node) *syntax.Node {
	k := c.constants[n]
	if k == nil {
		return make(c)
	}
	if k.made == nil {
		inner := &converter{nodes: c.nodes, literal: c.literal, certain: c.certain}
		k.made = make(inner)
		k.unread, k.problems = inner.unread, inner.problems
	}
	c.unread, c.problems = append(c.unread, k.unread...), append(c.problems, k.problems...)
	return k.made
}

// plain copies a value in the shape of the template.
func (c *converter) plain(n *syntax.Node) *syntax.Node {
	return c.once(n, func(c *converter) *syntax.Node {
		out := c.nodes.Copy(n)
		out.Items, out.Members = make([]*syntax.Node, 0, len(n.Items)), make([]syntax.Member, 0, len(n.Members))
		for _, item := range n.Items {
			out.Items = append(out.Items, c.plain(item))
		}
		for _, m := range n.Members {
			out.Members = append(out.Members, syntax.Member{Key: m.Key, Value: c.plain(m.Value)})
		}
		c.normalize(n, out)
		return out
	})
}

// normalize takes a copy of n for unknown where its text is a placeholder.
func (c *converter) normalize(n, out *syntax.Node) {
	if !c.literal[n] && !c.certain[n] {
		adapt.Normalize(out)
	}
}

// value converts a value. CloudFormation gives it the type that the API wants: "80" for 80, and 80 for "80".
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
func (c *converter) value(n *syntax.Node, m ecs.MemberShape) *syntax.Node {
	return c.once(n, func(c *converter) *syntax.Node {
		out := c.nodes.Copy(n)
		out.JSON = nil
		switch {
		case n.Kind == syntax.Array:
			item := m
			item.List = false
			out.Items = make([]*syntax.Node, 0, len(n.Items))
			for _, v := range n.Items {
				out.Items = append(out.Items, c.value(v, item))
			}
		case n.Kind == syntax.Object && m.Kind == ecs.KindStructure && !m.List:
			if m.Target == "ContainerDefinition" {
				adapt.OwnVariables(n, upperFirst, c.certain)
			}
			out.Members = c.members(n, m.Target)
		case n.Kind == syntax.Object:
			out.Members = make([]syntax.Member, 0, len(n.Members))
			for _, member := range n.Members {
				out.Members = append(out.Members, syntax.Member{Key: member.Key, Value: c.value(member.Value, ecs.MemberShape{Kind: ecs.KindString})})
			}
		case isScalar(n) && !m.List:
			out.Kind = coerced(n, m.Kind)
		}
		c.normalize(n, out)
		return out
	})
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

// members converts the members of an object that is a structure of the API.
func (c *converter) members(n *syntax.Node, structure string) []syntax.Member {
	members := make([]syntax.Member, 0, len(n.Members))
	properties := propertiesOf(structure)
	for _, m := range n.Members {
		written := m.Key.String()
		if why := ofTemplates[structure][written]; why != "" {
			c.unread = append(c.unread, ecs.Unread{Range: m.Key.Range, At: written, Why: why})
			continue
		}
		p, ok := properties[written]
		if !ok {
			p = c.other(m.Key, properties)
		}
		key := c.nodes.Copy(m.Key)
		key.Text, key.JSON = p.name, nil // edits don't know the template's names
		members = append(members, syntax.Member{Key: key, Value: c.value(m.Value, p.member)})
	}
	return members
}

// other is what a property is in the tree that isn't written as CloudFormation has it. It takes one in another case for
// what it is, and says that its key is extraneous.
// https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1005
// https://github.com/aws/aws-cdk/issues/14118
func (c *converter) other(key *syntax.Node, properties map[string]property) property {
	written := key.String()
	for name, p := range properties {
		if strings.EqualFold(name, written) || strings.EqualFold(p.member.Name, written) {
			c.problems = append(c.problems, syntax.Problem{
				Rule: "unknown-key", Range: key.Range, Help: "rename it to " + name,
				Message: fmt.Sprintf("CloudFormation has no property %q: did you mean %s?", written, name),
			})
			return p
		}
	}
	return property{name: adapt.Name(written)}
}
