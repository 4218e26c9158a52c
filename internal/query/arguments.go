package query

import (
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/query/pattern"
	"github.com/ecslint/ecslint/internal/syntax"
)

// arguments reads what follows an operator, which isn't nothing.
func (p *parser) arguments(operator Operator, at syntax.Span) []Argument {
	start := p.at
	switch {
	case operator.takesList():
		return p.list()
	case isOneOf(p.peek(), `'"`):
		return []Argument{p.quoted()}
	case operator.takesPattern():
		return []Argument{p.pattern()}
	case p.peek() == '[':
		all := p.list()
		instead := map[Operator]string{Equal: "in", NotEqual: "!in"}[operator]
		p.problem(at, quote(p.in(at))+" takes one value, not a list").Instead = instead
		return all
	case p.peek() == '(':
		p.at++
		p.skip()
		p.take(")")
		p.problem(p.from(start), "a value stands without parentheses")
		return nil
	}
	return []Argument{p.value()}
}

// value takes a value, with or without quotes; at least one byte.
func (p *parser) value() Argument {
	if isOneOf(p.peek(), `'"`) {
		return p.quoted()
	}
	start := p.at
	p.at += max(1, len(p.bareValue()))
	if text := p.text[start:p.at]; strings.ContainsAny(text, `[](),`) {
		p.problem(p.from(start), quote(text)+" stands where a value is expected")
	}
	p.checkQuotes(start)
	return Argument{Span: p.from(start), Text: p.text[start:p.at]}
}

func (p *parser) quoted() Argument {
	start := p.at
	mark := p.text[start]
	text, _, closed := strings.Cut(p.text[start+1:], string(mark))
	p.at += 1 + len(text)
	if closed {
		p.at++
	} else {
		p.swallowed = true
		p.broken(syntax.Span{Start: start, End: start + 1}, "the quote is never closed")
	}
	if mark == '"' && closed {
		instead := inQuotes(text)
		if instead[0] == '"' {
			instead = ""
		}
		p.undocumented(start, instead)
	}
	return Argument{p.from(start), text}
}

// pattern takes a pattern without quotes. Which bytes may stand in one isn't documented.
func (p *parser) pattern() Argument {
	start := p.at
	text := p.barePattern()
	p.at += len(text)
	p.checkQuotes(start)
	if strings.ContainsAny(text, `()[]|&,!`) {
		p.undocumented(start, inQuotes(text))
	}
	return Argument{Span: p.from(start), Text: text}
}

// checkQuotes reports a quote in a value that has no quotes around it; no value of an instance has one.
func (p *parser) checkQuotes(start int) {
	if i := strings.IndexAny(p.text[start:p.at], `'"`); i >= 0 {
		p.problem(syntax.Span{Start: start + i, End: start + i + 1}, "a quote stands inside of a value that doesn't begin with one")
	}
}

// list takes "[a, b]".
func (p *parser) list() []Argument {
	start := p.at
	end := byte(0)
	switch p.peek() {
	case '[':
		end = ']'
	case '(':
		end = ')'
	}
	if end != 0 {
		p.at++
	}
	var all []Argument
	for comma := true; ; {
		p.blanks()
		switch c := p.peek(); {
		case (end != 0 || len(all) > 0) && (c == 0 || c == ')' || c == ']'):
			p.endList(start, end, all, comma)
			return all
		case c == ',':
			if comma {
				p.problem(syntax.Span{Start: p.at, End: p.at + 1}, `a value is missing in front of ","`)
			}
			comma = true
			p.at++
			continue
		case !comma && end == 0:
			p.unbracketed(start, all)
			return all
		case !comma && end == ']' && p.closes():
			p.broken(syntax.Span{Start: start, End: start + 1}, `"[" is never closed`)
			return all
		case !comma:
			p.problem(syntax.Span{Start: p.at, End: p.at + max(1, len(p.bareValue()))}, `"," is missing between the values of the list`)
		}
		all = append(all, p.value())
		comma = false
	}
}

// unbracketed reports a list without brackets.
func (p *parser) unbracketed(start int, all []Argument) {
	at := syntax.Span{Start: start, End: all[len(all)-1].End}
	p.problem(at, `a list stands in "[" and "]"`).Instead = "[" + p.in(at) + "]"
}

// endList stands in front of what ends a list: the bracket that it takes, one that isn't its own, or the end of the text.
func (p *parser) endList(start int, end byte, all []Argument, comma bool) {
	switch {
	case end == 0 && len(all) > 0:
		p.unbracketed(start, all)
		return
	case p.peek() != end:
		p.broken(syntax.Span{Start: start, End: start + 1}, quote(p.text[start:start+1])+" is never closed")
		return
	}
	p.at++
	switch {
	case len(all) == 0:
		p.problem(p.from(start), "the list is empty")
	case comma:
		p.problem(syntax.Span{Start: p.at - 1, End: p.at}, "a value is missing in front of "+quote(p.text[p.at-1:p.at]))
	case end == ')':
		p.undocumented(start, "["+p.text[start+1:p.at-1]+"]")
	}
}

// checkArguments compiles patterns, and checks what a subject can be compared with.
func (p *parser) checkArguments(c *Comparison) {
	for _, a := range c.Arguments {
		switch {
		case c.Operator.takesPattern():
			p.compile(c, a)
		case c.Subject.Field == RunningTasksCount:
			if _, err := strconv.ParseUint(a.Text, 10, 32); err != nil {
				p.problem(a.Span, "runningTasksCount is compared with a whole number, not with "+quote(a.Text))
			}
		case c.Subject.Field == RegisteredAt:
			if _, ok := readTime(a.Text); !ok {
				p.problem(a.Span, quote(a.Text)+` is no time as in "2018-06-18T22:28:28+00:00", "2018-06-18T22:28:28Z", "2018-06-18T22:28:28" or "2018-06-18"`)
			}
		}
	}
}

func (p *parser) compile(c *Comparison, a Argument) {
	compiled, problem := pattern.Parse(a.Text)
	c.pattern = compiled
	if problem == nil {
		return
	}
	shift := a.Start + strings.Index(p.in(a.Span), a.Text)
	at := syntax.Span{Start: shift + problem.Span.Start, End: shift + problem.Span.End}
	if problem.Refused {
		p.broken(at, "the pattern is no regular expression of Java: "+problem.Message)
		return
	}
	p.query.Unevaluated = append(p.query.Unevaluated, Problem{Span: at, Message: problem.Message})
}
