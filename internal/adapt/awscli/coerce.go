package awscli

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// coerce gives the texts of shorthand the types that their members have, as the AWS CLI does: 80 becomes a number, and a
// single value a list where a list belongs. What isn't written as its type stays a text.
// BackCompatVisitor in https://github.com/aws/aws-cli/blob/develop/awscli/shorthand.py
func coerce(n *syntax.Node, m ecs.MemberShape) {
	switch {
	case m.List && n.Kind == syntax.Array:
		m.List = false
		for _, item := range n.Items {
			coerce(item, m)
		}
	case m.List && (n.Kind == syntax.String || n.Kind == syntax.Object) && !n.Unset():
		item := *n
		m.List = false
		coerce(&item, m)
		*n = syntax.Node{Kind: syntax.Array, Range: n.Range, Items: []*syntax.Node{&item}}
	case n.Kind == syntax.Object && m.Kind == ecs.KindStructure:
		s, _ := ecs.ShapeOf(m.Target)
		for _, member := range n.Members {
			if shape, ok := s.Member(member.Key.String()); ok {
				coerce(member.Value, shape)
			}
		}
	case n.Kind == syntax.String:
		coerceText(n, m.Kind)
	}
}

func coerceText(n *syntax.Node, kind ecs.Kind) {
	switch text := n.String(); kind {
	case ecs.KindInteger:
		if _, err := strconv.ParseInt(text, 10, 64); err == nil {
			n.Kind = syntax.Number
		}
	case ecs.KindFloat:
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			n.Kind = syntax.Number
		}
	case ecs.KindBoolean:
		if lower := strings.ToLower(text); lower == "true" || lower == "false" {
			n.Kind = syntax.Bool
		}
	}
}
