package query

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// maxDepth is how deep parentheses and negations may be nested; AWS takes expressions of 2000 characters.
const maxDepth = 100

type parser struct {
	text  string
	at    int
	depth int
	query *Query

	swallowed bool        // a problem that was reported hides where groups are closed
	opened    syntax.Span // the last "and", "or", "not" or "(", after which a comparison has to follow
}

// Parse reads an expression. Any bytes give a Query.
func Parse(text string) *Query {
	p := &parser{text: text, query: &Query{}}
	p.blanks()
	if p.at == len(text) {
		p.broken(syntax.Span{}, "the expression is empty")
		return p.query
	}
	p.query.Root = p.chain()
	for p.at < len(text) {
		p.at++
		p.broken(p.from(p.at-1), `")" closes nothing`)
		if _, joined := p.join(); joined {
			p.chain()
		} else {
			p.skip()
		}
	}
	slices.SortStableFunc(p.query.Problems, func(a, b Problem) int { return cmp.Compare(a.Start, b.Start) })
	return p.query
}

func (p *parser) problem(at syntax.Span, message string) *Problem {
	p.query.Problems = append(p.query.Problems, Problem{Span: at, Message: message})
	return &p.query.Problems[len(p.query.Problems)-1]
}

func (p *parser) broken(at syntax.Span, message string) { p.problem(at, message).Broken = true }

// quote is a word as messages show it.
func quote(word string) string { return `"` + word + `"` }

// chain reads up to the end or to a ")"; nil where nothing could be read.
func (p *parser) chain() Node {
	c := &Chain{}
	var join Join
	for joined := true; joined; {
		if part := p.part(); part != nil {
			if len(c.Parts) > 0 {
				c.Joins = append(c.Joins, join)
			}
			c.Parts = append(c.Parts, part)
		}
		join, joined = p.join()
	}
	switch len(c.Parts) {
	case 0:
		return nil
	case 1:
		return c.Parts[0]
	}
	c.Span = syntax.Span{Start: c.Parts[0].Where().Start, End: c.Parts[len(c.Parts)-1].Where().End}
	return c
}

// join takes what joins two parts.
func (p *parser) join() (Join, bool) {
	p.blanks()
	start := p.at
	word, join := p.word(), And
	switch lower := strings.ToLower(word); {
	case lower == "and", lower == "or":
		p.at += len(word)
		if lower == "or" {
			join = Or
		}
		p.spelled(start, lower, blankBytes+")]'\"", blankBytes+"(!")
	case p.take("&&"), p.take("||"):
		if p.text[start] == '|' {
			join = Or
		}
		p.spelled(start, p.text[start:p.at], blankBytes+")", blankBytes+"(")
	case isOneOf(p.peek(), "&|,;"):
		p.at++
		instead := map[byte]string{'&': "&&", '|': "||"}[p.text[start]]
		p.problem(p.from(start), quote(p.text[start:p.at])+` joins no comparisons: "and" and "or" do`).Instead = instead
		if p.text[start] == '|' {
			join = Or
		}
	default:
		return And, false
	}
	p.opened = p.from(start)
	return join, true
}

// part reads a comparison, a group or a negation, and all that stands up to the next join; nil where it can't be read.
func (p *parser) part() Node {
	n := p.unary()
	p.blanks()
	if !p.closes() {
		if n != nil {
			p.misplaced()
		}
		p.skip()
	}
	return n
}

// misplaced reports what stands between a comparison and the next join.
func (p *parser) misplaced() {
	start := p.at
	found := p.word()
	if found == "" {
		found = p.text[start : start+1]
	}
	at := syntax.Span{Start: start, End: start + len(found)}
	if _, ok := fieldNamed(found); ok || found == "(" || found == "not" || found == "!" {
		p.problem(at, `"and" or "or" is missing in front of `+quote(found))
		return
	}
	p.problem(at, quote(found)+` stands after a whole comparison, where "and" or "or" is expected; a value with blanks needs quotes`)
}

func (p *parser) unary() Node {
	p.blanks()
	start := p.at
	word := p.word()
	switch {
	case p.closes():
		p.missing()
		return nil
	case p.peek() == '(':
		return p.group()
	case p.peek() == '!' && !isOneOf(p.byteAt(start+1), "=~"):
		p.at++
	case strings.EqualFold(word, "not"):
		p.at += len(word)
		p.spelled(start, "not", blankBytes+"(!&|", blankBytes+"(!")
	default:
		return p.comparison()
	}
	p.opened = p.from(start)
	if !p.enter(start) {
		return nil
	}
	defer func() { p.depth-- }()
	part := p.unary()
	if part == nil {
		return nil
	}
	return &Not{syntax.Span{Start: start, End: part.Where().End}, part}
}

func (p *parser) enter(start int) bool {
	if p.depth == maxDepth {
		p.at, p.swallowed = len(p.text), true
		p.problem(syntax.Span{Start: start, End: start + 1}, "the expression is nested deeper than "+strconv.Itoa(maxDepth))
		return false
	}
	p.depth++
	return true
}

// missing reports that a comparison has to stand here.
func (p *parser) missing() {
	switch {
	case p.opened.End > 0:
		p.broken(p.opened, "a comparison is missing after "+quote(p.in(p.opened)))
	case p.peek() != ')':
		at := syntax.Span{Start: p.at, End: p.at + max(1, len(p.word()))}
		p.broken(at, "a comparison is missing in front of "+quote(p.in(at)))
	}
}

func (p *parser) group() Node {
	start := p.at
	p.at++
	p.opened = p.from(start)
	if !p.enter(start) {
		return nil
	}
	part := p.chain()
	p.depth--
	if !p.take(")") && !p.swallowed {
		p.broken(syntax.Span{Start: start, End: start + 1}, `"(" is never closed`)
	}
	if part == nil {
		return nil
	}
	return &Group{p.from(start), part}
}

// spelled compares what stands from start on with what the documentation shows: the word, and one of the bytes before and
// after it. What differs is noted.
func (p *parser) spelled(start int, word, before, after string) {
	if start > 0 && !isOneOf(p.byteAt(start-1), before) {
		word = " " + word
	}
	if p.at < len(p.text) && !isOneOf(p.peek(), after) {
		word += " "
	}
	if word != p.text[start:p.at] {
		p.undocumented(start, word)
	}
}

// undocumented notes what stands from start on; instead is how the documentation writes it, "" where it doesn't.
func (p *parser) undocumented(start int, instead string) {
	p.query.spellings = append(p.query.spellings, Ambiguity{p.from(start), Spelling, instead})
}
