package yaml

import (
	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/syntax"
)

const mergeTag = "!!merge"

// maxCopied bounds how many nodes the aliases of a text stand for: ten lines can stand for billions.
const maxCopied = 100_000

// alias is a copy of what the anchor holds; unknown inside of the anchor itself, and where the bound is reached.
func (c *converter) alias(n *yaml.Node, start, end int) *syntax.Node {
	unknown := &syntax.Node{Kind: syntax.Unknown, Range: c.text.Range(start, end), Text: c.text.Slice(start, end)}
	target := c.anchored[n.Alias]
	if target == nil || c.copied > maxCopied {
		return unknown
	}
	target.Walk(func(*syntax.Node) bool {
		c.copied++
		return c.copied <= maxCopied
	})
	if c.copied > maxCopied {
		return unknown
	}
	return target.Clone()
}

// merge adds the members that << takes over: those that the mapping doesn't have itself, the first of several first.
// https://yaml.org/type/merge.html
func (c *converter) merge(node, from *syntax.Node) {
	switch from.Kind {
	case syntax.Object:
		node.Incomplete = node.Incomplete || from.Incomplete
		for _, m := range from.Members {
			if _, has := node.Member(m.Key.String()); !has {
				node.Members = append(node.Members, m)
			}
		}
	case syntax.Array:
		node.Incomplete = node.Incomplete || from.Incomplete
		for _, item := range from.Items {
			c.merge(node, item)
		}
	default:
		node.Incomplete = true
	}
}
