package awscli

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// ParseShorthand reads the AWS CLI's shorthand syntax: key=value,list=a,b,nested={key=[a,b]}. All values are
// strings; which of them are numbers, or lists of one item, only the reader of the tree knows. The spans are parts of
// t that can't be known: a value that touches one is Unknown, and nothing around it is called an error.
//
// The grammar is that of https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html as
// https://github.com/aws/aws-cli/blob/develop/awscli/shorthand.py reads it.
func ParseShorthand(t source.Text, unknown []syntax.Span) (*syntax.Node, []syntax.Problem) {
	p := &shorthand{text: t, s: t.String(), unknown: unknown}
	if p.spanAt(0) == len(p.s) && len(p.s) > 0 {
		return p.scalar(syntax.Unknown, 0, len(p.s)), nil
	}
	root := p.parameter()
	if len(unknown) > 0 {
		return root, nil
	}
	return root, p.problems
}

// shorthand is a parser. After an error it stops: failed is set, and every node that is open becomes incomplete.
type shorthand struct {
	text     source.Text
	s        string
	at       int
	depth    int
	failed   bool
	unknown  []syntax.Span
	problems []syntax.Problem
}

func (p *shorthand) parameter() *syntax.Node {
	n := &syntax.Node{Kind: syntax.Object}
	for {
		p.keyValue(n, p.values)
		p.space()
		if p.failed || p.at >= len(p.s) || !p.expect(',') {
			break
		}
		p.space()
	}
	n.Incomplete = n.Incomplete || p.failed
	n.Range = p.text.Whole()
	return n
}

// keyValue reads key=value or key@=value, where the value may name a file, into n.
func (p *shorthand) keyValue(n *syntax.Node, read func() *syntax.Node) {
	start := p.at
	for p.at < len(p.s) && (p.inSpan() || isKeyByte(p.s[p.at])) {
		p.at = max(p.at+1, p.spanAt(p.at))
	}
	key := p.scalar(syntax.String, start, p.at)
	p.space()
	fromFile := p.at < len(p.s) && p.s[p.at] == '@'
	if fromFile {
		p.at++
		p.space()
	}
	if key.Text.Len() == 0 && !p.failed {
		p.fail("expected a key")
	}
	if !p.expect('=') {
		return
	}
	p.space()
	value := read()
	if fromFile {
		value = &syntax.Node{Kind: syntax.Unknown, Range: value.Range, Text: value.Text}
	}
	if p.touchesSpan(start, start+key.Text.Len()) {
		n.Incomplete = true
		return
	}
	if first, ok := n.Member(key.String()); ok {
		p.duplicate(key, first.Key)
	}
	n.Members = append(n.Members, syntax.Member{Key: key, Value: value})
}

// values reads what stands behind a key on the top level, where a list needs no brackets.
func (p *shorthand) values() *syntax.Node {
	if p.at < len(p.s) && (p.s[p.at] == '[' || p.s[p.at] == '{') && !p.inSpan() {
		return p.nested()
	}
	first := p.first()
	list := &syntax.Node{Kind: syntax.Array, Items: []*syntax.Node{first}}
	for !p.failed {
		p.space()
		if p.at >= len(p.s) || p.s[p.at] != ',' {
			break
		}
		comma := p.at
		p.at++
		p.space()
		if p.at >= len(p.s) {
			p.fail("expected a value behind the last comma")
			break
		}
		item, ok := p.second()
		if !ok {
			p.at = comma // a key follows: it belongs to the next pair
			break
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 1 {
		return first
	}
	last := list.Items[len(list.Items)-1]
	list.Range = source.Range{File: first.Range.File, Start: first.Range.Start, End: last.Range.End}
	list.Incomplete = anyUnknown(list.Items)
	return list
}

// nested reads a value inside of brackets.
func (p *shorthand) nested() *syntax.Node {
	if p.at >= len(p.s) || p.inSpan() || p.s[p.at] != '[' && p.s[p.at] != '{' {
		return p.first()
	}
	if p.depth++; p.depth > syntax.MaxDepth {
		p.fail("nested too deep: ecslint reads 500 levels")
		return p.scalar(syntax.Unknown, p.at, len(p.s))
	}
	defer func() { p.depth-- }()
	start := p.at
	n := &syntax.Node{Kind: syntax.Array}
	closing := byte(']')
	if p.s[p.at] == '{' {
		n.Kind, closing = syntax.Object, '}'
	}
	p.at++
	p.space()
	for !p.failed && (p.at >= len(p.s) || p.s[p.at] != closing) {
		if n.Kind == syntax.Object {
			p.keyValue(n, p.nested)
		} else {
			n.Items = append(n.Items, p.nested())
		}
		p.space()
		if !p.failed && (p.at >= len(p.s) || p.s[p.at] != closing) {
			p.expectEither(',', closing)
			p.space()
		}
	}
	if !p.failed {
		p.at++
	}
	n.Incomplete = n.Incomplete || p.failed || anyUnknown(n.Items)
	n.Range = p.text.Range(start, p.at)
	return n
}

// anyUnknown reports an item that may stand for several: a variable often holds "a,b".
func anyUnknown(items []*syntax.Node) bool {
	for _, item := range items {
		if item.Kind == syntax.Unknown {
			return true
		}
	}
	return false
}

func (p *shorthand) scalar(kind syntax.Kind, start, end int) *syntax.Node {
	if p.touchesSpan(start, end) {
		kind = syntax.Unknown
	}
	return &syntax.Node{Kind: kind, Range: p.text.Range(start, end), Text: p.text.Slice(start, end)}
}

func (p *shorthand) duplicate(key, first *syntax.Node) {
	if len(p.problems) < syntax.MaxProblems {
		p.problems = append(p.problems, syntax.Problem{
			Rule:    json.DuplicateKey,
			Range:   key.Range,
			Message: "the key \"" + key.String() + "\" stands twice in one value",
			Help:    "remove one of the two; between two values of a list stands a space, not a comma",
			Related: first.Range,
		})
	}
}

func isKeyByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("-_.#/:", c) >= 0
}
