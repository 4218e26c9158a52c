package yaml

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// scalar reads a scalar whose tag and anchor begin at start and whose own text begins at content.
func (c *converter) scalar(n *yaml.Node, start, content int) (*syntax.Node, int) {
	if isImplicit(n) {
		return c.nothing(n, start)
	}
	text, end := c.verbatim(n, content)
	if end < 0 {
		text, end = c.decoded(n, content)
	}
	c.keep(content, end)
	node := c.node(kindOf(n))
	node.Range, node.Text = c.text.Range(content, end), text
	if n.Style&quoted == 0 && c.touches(content, end) {
		node.Kind = syntax.Unknown
	}
	if node.Kind == syntax.Bool {
		node.Text = canonical(node.Text)
	}
	return node, end
}

// verbatim is the text of a scalar that is written as it is, as nearly all are; the end is below zero for another.
func (c *converter) verbatim(n *yaml.Node, content int) (text source.Text, end int) {
	start, quote := content, ""
	switch n.Style & quoted {
	case 0:
	case yaml.SingleQuotedStyle:
		start, quote = content+1, "'"
	case yaml.DoubleQuotedStyle:
		start, quote = content+1, `"`
	default:
		return text, -1
	}
	end = start + len(n.Value)
	if n.Value == "" || quote != "" && strings.ContainsAny(n.Value, `'"\`) || strings.ContainsAny(n.Value, "\r\n") ||
		end > len(c.s) || c.s[start:end] != n.Value || !strings.HasPrefix(c.s[end:], quote) {
		return text, -1
	}
	return c.scalars.Slice(start, end), end + len(quote)
}

// decoded is the text of a scalar with quotes and escapes, or of several lines.
func (c *converter) decoded(n *yaml.Node, content int) (source.Text, int) {
	d := &decoder{text: c.text, s: c.s, at: content}
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		d.double()
	case n.Style&yaml.SingleQuotedStyle != 0:
		d.single()
	case n.Style&yaml.LiteralStyle != 0:
		d.block(n.Value, false)
	case n.Style&yaml.FoldedStyle != 0:
		d.block(n.Value, true)
	default:
		d.plain(n.Value)
	}
	end := max(d.at, content)
	return d.result(n.Value, content, end), end
}

// nothing is an empty value. The library places it behind the key's colon, or before what follows.
func (c *converter) nothing(n *yaml.Node, at int) (*syntax.Node, int) {
	end := c.propertiesEnd(at)
	kind := syntax.Null
	if isOwnTag(n) {
		kind = syntax.String // !GetAZs with nothing behind it
	}
	return &syntax.Node{Kind: kind, Range: c.text.Range(at, end), Text: c.text.Slice(end, end)}, end
}

// isImplicit reports a value that isn't written at all.
func isImplicit(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&quoted == 0
}

// isOwnTag reports a tag that isn't one of YAML's own.
func isOwnTag(n *yaml.Node) bool {
	return strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!")
}

// number is what is the same number in YAML 1.1, YAML 1.2 and JSON. 010 and 1_000 are not.
var number = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

func isNumber(s string) bool {
	return s != "" && (s[0] == '-' || s[0] >= '0' && s[0] <= '9') && number.MatchString(s)
}

// kindOf tells what a scalar is to the tools of AWS, which read YAML 1.1 or 1.2. Where these differ it is unknown, but
// for yes, no, on and off, which are texts here.
func kindOf(n *yaml.Node) syntax.Kind {
	if n.Style == 0 && isNumber(n.Value) {
		return syntax.Number // also one that is out of bounds, which the library takes for a text
	}
	switch n.Tag {
	case "!!null":
		return syntax.Null
	case "!!bool":
		if b := strings.ToLower(n.Value); b != "true" && b != "false" {
			return syntax.Unknown
		}
		return syntax.Bool
	case "!!int", "!!float":
		if isNumber(n.Value) {
			return syntax.Number
		}
		return syntax.Unknown
	case "!!str", mergeTag:
		return syntax.String
	case "!!timestamp":
		if n.Style&yaml.TaggedStyle == 0 {
			return syntax.String
		}
	}
	if isOwnTag(n) {
		return syntax.String
	}
	return syntax.Unknown
}

// canonical is True as true.
func canonical(t source.Text) source.Text {
	lower := strings.ToLower(t.String())
	if lower == t.String() {
		return t
	}
	var b source.Builder
	b.Put(lower, t)
	return b.Text()
}
