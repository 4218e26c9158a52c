package yaml

import (
	"slices"
	"sort"

	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// converter turns the library's nodes into our tree. Offsets are those of the text, which the mask keeps.
type converter struct {
	text     source.Text
	scalars  source.Text // the text as scalars are parts of it: nothing can be written there as it is
	s        string      // the masked text
	lines    *lines
	spans    []syntax.Span // placeholders
	lost     []syntax.Span // lines that stand for anything
	problems []syntax.Problem

	anchored map[*yaml.Node]*syntax.Node
	copied   int // nodes that aliases stand for
	nodes    syntax.Nodes
}

func newConverter(t source.Text, m *masked) *converter {
	s := t.String()
	if s != string(m.text) {
		s = string(m.text)
	}
	return &converter{text: t, scalars: t.Sealed(), s: s, lines: newLines(s), spans: m.spans, lost: m.lost, anchored: map[*yaml.Node]*syntax.Node{}}
}

// convert reads the node that stands somewhere behind from. What stands before limit, and isn't read yet when the node
// ends, belongs to it: lines that stand for anything make it incomplete. The end is that of the node's own text.
func (c *converter) convert(n *yaml.Node, from, limit, depth int) (node *syntax.Node, end int) {
	start := c.lines.offset(n)
	if n.Kind == yaml.AliasNode {
		end = c.propertyEnd(start)
		return c.alias(n, start, end), end
	}
	content := c.behindProperties(start)
	switch {
	case depth >= syntax.MaxDepth:
		node, end = c.tooDeep(start, limit)
	case n.Kind == yaml.MappingNode:
		node, end = c.mapping(n, content, limit, depth+1)
	case n.Kind == yaml.SequenceNode:
		node, end = c.sequence(n, content, limit, depth+1)
	default:
		node, end = c.scalar(n, start, content)
	}
	if isOwnTag(n) {
		node.Tag = n.Tag
	}
	if c.isLost(from, limit) {
		switch {
		case node.Kind == syntax.Null && isImplicit(n):
			node.Kind = syntax.Unknown
		case node.Kind == syntax.Object, node.Kind == syntax.Array:
			node.Incomplete = true
		}
	}
	if n.Anchor != "" {
		c.anchored[n] = node
	}
	return node, end
}

func (c *converter) node(kind syntax.Kind) *syntax.Node {
	n := c.nodes.New()
	n.Kind = kind
	return n
}

func (c *converter) mapping(n *yaml.Node, start, limit, depth int) (*syntax.Node, int) {
	node := c.node(syntax.Object)
	node.Members = make([]syntax.Member, 0, len(n.Content)/2)
	flow := n.Style&yaml.FlowStyle != 0
	end := start + 1
	var keys map[string]*syntax.Node
	if many := 8; len(n.Content)/2 > many {
		keys = make(map[string]*syntax.Node, len(n.Content)/2)
	}
	var merged []*syntax.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		next := limit
		if i+2 < len(n.Content) {
			next = c.lines.offset(n.Content[i+2])
		}
		key, keyEnd := c.key(n.Content[i], depth)
		value, valueEnd := c.convert(n.Content[i+1], keyEnd, next, depth)
		end = max(keyEnd, valueEnd)
		if n.Content[i].Tag == mergeTag {
			merged = append(merged, value)
			continue
		}
		if before := seen(node, keys, key.String()); before != nil {
			c.duplicate(key, before)
		}
		if keys != nil {
			keys[key.String()] = key
		}
		node.Members = append(node.Members, syntax.Member{Key: key, Value: value})
	}
	for _, from := range merged {
		c.merge(node, from)
	}
	if flow {
		end = c.closed(end, '}')
	}
	node.Range = c.text.Range(start, end)
	return node, end
}

// seen is the last key of an object with a text; nil for none. The object's own members are enough to look among where they are few.
func seen(node *syntax.Node, keys map[string]*syntax.Node, text string) *syntax.Node {
	if keys != nil {
		return keys[text]
	}
	m, _ := node.Member(text)
	return m.Key
}

func (c *converter) sequence(n *yaml.Node, start, limit, depth int) (*syntax.Node, int) {
	node := c.node(syntax.Array)
	node.Items = make([]*syntax.Node, 0, len(n.Content))
	flow := n.Style&yaml.FlowStyle != 0
	end := start + 1
	for i, content := range n.Content {
		next := limit
		if i+1 < len(n.Content) {
			next = c.lines.offset(n.Content[i+1])
		}
		from := c.lines.offset(content)
		if content.Kind == yaml.ScalarNode && isImplicit(content) {
			from = end
		}
		var item *syntax.Node
		item, end = c.convert(content, from, next, depth)
		if flow && content.Kind == yaml.ScalarNode && content.Style == 0 && c.touches(from, end) {
			node.Incomplete = true // [${ITEMS}] may be any number of them
			continue
		}
		node.Items = append(node.Items, item)
	}
	if flow {
		end = c.closed(end, ']')
	}
	node.Range = c.text.Range(start, end)
	return node, end
}

// key reads a key: a text, whatever its value would be. A key that is no scalar can't be known.
func (c *converter) key(n *yaml.Node, depth int) (*syntax.Node, int) {
	key, end := c.convert(n, c.lines.offset(n), c.lines.offset(n), depth)
	switch key.Kind {
	case syntax.Object, syntax.Array, syntax.Unknown:
		start := c.lines.offset(n)
		return &syntax.Node{Kind: syntax.Unknown, Range: c.text.Range(start, end), Text: c.text.Slice(start, end)}, end
	}
	key.Kind = syntax.String
	return key, end
}

// isLost reports lines that stand for anything between two offsets, other than those inside of scalars.
func (c *converter) isLost(from, to int) bool {
	i := sort.Search(len(c.lost), func(i int) bool { return c.lost[i].End > from })
	return i < len(c.lost) && c.lost[i].Start < to
}

// keep takes lines inside of a scalar for what they are.
func (c *converter) keep(start, end int) {
	if !c.isLost(start, end) {
		return
	}
	c.lost = slices.DeleteFunc(c.lost, func(l syntax.Span) bool { return start <= l.Start && l.End <= end })
}

// touches reports a placeholder between two offsets.
func (c *converter) touches(from, to int) bool {
	i := sort.Search(len(c.spans), func(i int) bool { return c.spans[i].End > from })
	return i < len(c.spans) && c.spans[i].Start < to
}

func (c *converter) tooDeep(start, limit int) (*syntax.Node, int) {
	c.problem(syntax.Problem{Rule: SyntaxError, Range: c.text.Range(start, min(start+1, len(c.s))), Message: "nested too deep: ecslint reads 500 levels"})
	end := max(start, min(limit, len(c.s)))
	return &syntax.Node{Kind: syntax.Unknown, Range: c.text.Range(start, end)}, end
}

func (c *converter) duplicate(key, first *syntax.Node) {
	c.problem(syntax.Problem{
		Rule: DuplicateKey, Range: key.Range, Related: first.Range,
		Message: `the key "` + key.String() + `" stands twice in one mapping, which YAML doesn't allow`, Help: "remove one of the two",
	})
}

func (c *converter) problem(p syntax.Problem) {
	if len(c.problems) < syntax.MaxProblems {
		c.problems = append(c.problems, p)
	}
}
