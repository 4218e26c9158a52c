// Package json reads JSON as people have it: strict JSON, JSON with comments and trailing commas, templates of
// JSON with placeholders in place of values, and text that breaks off while it is being typed.
//
// The parser is total: any text gives a tree, and what is wrong with the text is a Problem with its place.
package json

import (
	"strings"

	"github.com/tidwall/gjson"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Names of the host's rules that the problems belong to.
const (
	SyntaxError   = "syntax-error"
	Comment       = "json-comment"
	TrailingComma = "json-trailing-comma"
	DuplicateKey  = "duplicate-key"
)

// Parse reads the value that t holds. The spans are parts of t that can't be known (an unresolved variable in
// a shell word): a value that touches one is Unknown.
func Parse(t source.Text, unknown ...syntax.Span) (*syntax.Node, []syntax.Problem) {
	p := &parser{text: t, inStrings: t.In(inString), edited: &t, s: t.String(), unknown: unknown, open: map[byte]int{}}
	p.strict = len(unknown) == 0 && Valid(p.s)
	root := p.value(0)
	p.space()
	if p.at < len(p.s) {
		p.problem(SyntaxError, p.at, len(p.s), "text after the end of the JSON value", "")
	}
	if p.template {
		p.forgiveTemplate()
	}
	p.allowEdits(root)
	return root, p.problems
}

// allowEdits lets edits of the tree go through the text, unless a part of it was only guessed.
func (p *parser) allowEdits(root *syntax.Node) {
	if p.broken {
		*p.edited = p.edited.Sealed()
	}
	root.Walk(func(n *syntax.Node) bool {
		n.JSON = p.edited
		for _, m := range n.Members {
			m.Key.JSON = p.edited
		}
		return true
	})
}

// Valid reports strict JSON that is not nested deeper than the bound.
func Valid(s string) bool {
	deepest, _ := Brackets(s)
	return deepest <= syntax.MaxDepth && gjson.Valid(s)
}

// Brackets counts brackets outside of strings: how deep they nest at most, which guards against gjson's recursion,
// and how many are still open at the end.
func Brackets(s string) (deepest, open int) {
	inString := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			open++
			deepest = max(deepest, open)
		case c == '}' || c == ']':
			open--
		}
	}
	return deepest, open
}

type parser struct {
	text      source.Text
	inStrings source.Text  // the text as strings are parts of it
	edited    *source.Text // the text for those who edit it
	s         string
	at        int
	strict    bool // the text is valid JSON: no guessing
	template  bool // the text holds placeholders outside of strings
	unknown   []syntax.Span
	open      map[byte]int // open brackets around here, by the bracket that closes them
	lineJoin  int          // up to here a string was found to go on over line breaks
	problems  []syntax.Problem
	broken    bool // there is a syntax error, also beyond the bound of problems
}

func (p *parser) value(depth int) *syntax.Node {
	p.space()
	if p.at >= len(p.s) {
		p.problem(SyntaxError, p.at, p.at, "a value is missing here: the file ends", "")
		return p.missing()
	}
	if end, ok := p.placeholder(); ok {
		return p.bare(p.at, end)
	}
	switch c := p.s[p.at]; {
	case (c == '{' || c == '[') && depth >= syntax.MaxDepth:
		return p.tooDeep()
	case c == '{':
		return p.object(depth + 1)
	case c == '[':
		return p.array(depth + 1)
	case c == '"':
		return p.string('"')
	case c == '\'':
		start := p.at
		n := p.string('\'')
		p.problem(SyntaxError, start, p.at, "single quotes: JSON strings need double quotes", "write the string in double quotes")
		return n
	case c == ',' || c == '}' || c == ']' || c == ':':
		p.problem(SyntaxError, p.at, p.at+1, "a value is missing before this "+string(c), "")
		return p.missing()
	}
	return p.word()
}

func (p *parser) object(depth int) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Object}
	start := p.at
	p.at++
	seen := map[string]*syntax.Node{}
	p.members('}', start, func() (commaMissed bool) {
		key, ok := p.key(n)
		if !ok {
			return false
		}
		value := p.memberValue(depth)
		n.Members = append(n.Members, syntax.Member{Key: key, Value: value})
		if first := seen[key.String()]; first != nil {
			p.duplicate(n, key, first)
		}
		seen[key.String()] = key
		return value.Kind == syntax.Missing
	}, n)
	n.Range = p.text.Range(start, p.at)
	return n
}

func (p *parser) array(depth int) *syntax.Node {
	n := &syntax.Node{Kind: syntax.Array}
	start := p.at
	p.at++
	p.members(']', start, func() (commaMissed bool) {
		if end, ok := p.action(); ok {
			n.Incomplete = true
			p.at = end
			return false
		}
		item := p.value(depth)
		if item.Kind == syntax.Unknown && p.spliced() {
			n.Incomplete = true
			return false
		}
		n.Items = append(n.Items, item)
		return item.Kind == syntax.Missing
	}, n)
	n.Range = p.text.Range(start, p.at)
	return n
}

// spliced reports a placeholder that stands for any number of items, as in [$SIDECARS].
func (p *parser) spliced() bool {
	return !strings.HasPrefix(p.s[max(0, p.at-1):], `"`)
}

// members reads what stands between brackets, separated by commas, up to the closing bracket. After one that
// is incomplete itself a missing comma isn't worth a second problem.
func (p *parser) members(closing byte, open int, one func() (commaMissed bool), n *syntax.Node) {
	p.open[closing]++
	defer func() { p.open[closing]-- }()
	for {
		p.space()
		if p.at >= len(p.s) {
			p.problem(SyntaxError, open, open+1, "this "+string(p.s[open])+" is never closed", "add the missing "+string(closing))
			n.Incomplete = true
			return
		}
		switch c := p.s[p.at]; c {
		case closing:
			p.at++
			return
		case '}', ']':
			p.problem(SyntaxError, p.at, p.at+1, "expected "+string(closing)+" but found "+string(c), "")
			if p.mismatch(c) {
				return
			}
			p.at++
			continue
		}
		before := p.at
		action := p.isAction()
		forgive := one() || action
		end := p.at
		if p.at == before { // no progress: skip what no value begins with
			p.at++
			end = p.at
		}
		p.separator(closing, end, forgive)
	}
}

// mismatch reports whether a wrong closing bracket closes something further out, so that it must be left to it.
func (p *parser) mismatch(c byte) bool { return p.open[c] > 0 }

// separator reads the comma after a member that ended at end. After a template's action, or where a value is
// missing already, it doesn't complain.
func (p *parser) separator(closing byte, end int, forgive bool) {
	p.space()
	if p.at >= len(p.s) {
		return
	}
	switch c := p.s[p.at]; {
	case c == ',':
		comma := p.at
		p.at++
		p.space()
		for p.at < len(p.s) && p.s[p.at] == ',' {
			if !forgive {
				p.problem(SyntaxError, p.at, p.at+1, "a second comma: a value is missing before it", "")
			}
			p.at++
			p.space()
		}
		if p.at < len(p.s) && p.s[p.at] == closing && !forgive {
			p.problem(TrailingComma, comma, comma+1, "trailing comma before "+string(closing)+": the AWS CLI refuses this JSON", "remove the comma")
		}
	case c != closing && c != '}' && c != ']' && !forgive && !p.isAction():
		p.problem(SyntaxError, end, end, "a comma is missing here", "add a comma")
	}
}

// key reads a member's key and the colon behind it. It is false where a placeholder stands for whole members.
func (p *parser) key(n *syntax.Node) (*syntax.Node, bool) {
	if end, ok := p.action(); ok {
		n.Incomplete = true
		p.at = end
		return nil, false
	}
	start := p.at
	var key *syntax.Node
	end, placeholder := p.placeholder()
	switch {
	case placeholder:
		key = p.bare(start, end)
	case p.s[p.at] == '"' || p.s[p.at] == '\'':
		key = p.string(p.s[p.at])
	default:
		end := p.at
		for end < len(p.s) && isWord(p.s[end]) {
			end++
		}
		if end == p.at {
			p.problem(SyntaxError, p.at, p.at+1, "expected a key in double quotes", "")
			p.at++
			return nil, false
		}
		p.at = end
		key = &syntax.Node{Kind: syntax.String, Range: p.text.Range(start, end), Text: p.text.Slice(start, end)}
		p.problem(SyntaxError, start, end, "a key without double quotes", "write the key in double quotes")
	}
	p.space()
	if p.at < len(p.s) && p.s[p.at] == ':' {
		p.at++
		return key, true
	}
	if placeholder {
		n.Incomplete = true
		return nil, false
	}
	p.problem(SyntaxError, start, p.textEnd(), "a key without a value", "")
	if p.at < len(p.s) && (p.s[p.at] == ',' || p.s[p.at] == '}' || p.s[p.at] == ']') {
		n.Members = append(n.Members, syntax.Member{Key: key, Value: p.missing()})
		return nil, false
	}
	return key, true
}

// textEnd is the end of what was read, without the space behind it.
func (p *parser) textEnd() int { return len(strings.TrimRight(p.s[:p.at], " \t\r\n")) }

// memberValue reads a value after its colon. In  "a": <line break> "b": 1  the value of a is missing.
func (p *parser) memberValue(depth int) *syntax.Node {
	colon := p.at
	p.space()
	if !p.strict && p.at < len(p.s) && p.s[p.at] == '"' && strings.Contains(p.s[colon:p.at], "\n") {
		save, problems := p.at, len(p.problems)
		p.string('"')
		p.space()
		isKey := p.at < len(p.s) && p.s[p.at] == ':'
		p.at, p.problems = save, p.problems[:problems]
		if isKey {
			p.at = colon
			p.problem(SyntaxError, colon-1, colon, "a value is missing after this colon", "")
			return p.missing()
		}
	}
	return p.value(depth)
}

func (p *parser) duplicate(object, key, first *syntax.Node) {
	if len(p.problems) < syntax.MaxProblems {
		p.problems = append(p.problems, syntax.Problem{
			Rule:    DuplicateKey,
			Range:   key.Range,
			Message: "the key \"" + key.String() + "\" stands twice in one object: only the last counts",
			Help:    "remove one of the two",
			Related: first.Range,
			JSON:    p.edited,
			Around:  object,
		})
	}
}

// tooDeep skips a bracket that is nested too deep, without recursion.
func (p *parser) tooDeep() *syntax.Node {
	start, level := p.at, 0
	for ; p.at < len(p.s); p.at++ {
		switch p.s[p.at] {
		case '{', '[':
			level++
		case '}', ']':
			level--
		}
		if level == 0 {
			p.at++
			break
		}
	}
	p.problem(SyntaxError, start, start+1, "nested too deep: ecslint reads 500 levels", "")
	return &syntax.Node{Kind: syntax.Unknown, Range: p.text.Range(start, p.at)}
}

func (p *parser) missing() *syntax.Node {
	return &syntax.Node{Kind: syntax.Missing, Range: p.text.Range(p.at, p.at)}
}

func (p *parser) problem(rule string, start, end int, message, help string) {
	p.broken = p.broken || rule == SyntaxError
	if len(p.problems) < syntax.MaxProblems {
		start, end = min(start, len(p.s)), min(end, len(p.s))
		p.problems = append(p.problems, syntax.Problem{
			Rule: rule, Range: p.text.Range(start, end), Message: message, Help: help, JSON: p.edited,
		})
	}
}

// forgiveTemplate drops what only matters in text that AWS's tools read: a template is rendered before.
func (p *parser) forgiveTemplate() {
	kept := p.problems[:0]
	for _, problem := range p.problems {
		if problem.Rule != Comment && problem.Rule != TrailingComma {
			kept = append(kept, problem)
		}
	}
	p.problems = kept
}
