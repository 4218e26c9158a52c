package pattern

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/syntax"
)

type parser struct {
	text    string
	at      int
	depth   int
	anyCase bool
	names   map[string]bool
	problem *Problem // the first; nothing is read after it
}

// maxDepth is how deep groups and classes may be nested.
const maxDepth = 50

func (p *parser) refuse(start, end int, message string)      { p.stop(start, end, message, true) }
func (p *parser) unsupported(start, end int, message string) { p.stop(start, end, message, false) }

func (p *parser) stop(start, end int, message string, refused bool) {
	if p.problem == nil {
		p.problem = &Problem{syntax.Span{Start: start, End: p.wholeRune(end)}, message, refused}
	}
	p.at = len(p.text)
}

// quoted is a part of the expression as a message names it.
func (p *parser) quoted(start, end int) string { return `"` + p.text[start:p.wholeRune(end)] + `"` }

// wholeRune is an end that splits no character and lies in the text.
func (p *parser) wholeRune(end int) int {
	for end < len(p.text) && !utf8.RuneStart(p.text[end]) {
		end++
	}
	return min(end, len(p.text))
}

// peek is the next byte; 0 at the end.
func (p *parser) peek() byte { return p.peekAt(p.at) }

func (p *parser) peekAt(at int) byte {
	if at >= len(p.text) {
		return 0
	}
	return p.text[at]
}

func (p *parser) take(s string) bool {
	if !strings.HasPrefix(p.text[p.at:], s) {
		return false
	}
	p.at += len(s)
	return true
}

// enter counts the depth; what is nested too deep isn't read.
func (p *parser) enter(start int) (leave func()) {
	p.depth++
	if p.depth > maxDepth {
		p.unsupported(start, start+1, "groups are nested deeper than "+strconv.Itoa(maxDepth))
	}
	return func() { p.depth-- }
}

// alternatives reads up to ")" or the end. Flags that are set within last as long.
func (p *parser) alternatives() node {
	defer func(before bool) { p.anyCase = before }(p.anyCase)
	first := p.sequence()
	if p.peek() != '|' {
		return first
	}
	all := alternative{first}
	for p.take("|") {
		all = append(all, p.sequence())
	}
	return all
}

func (p *parser) sequence() sequence {
	all := sequence{}
	for p.at < len(p.text) && p.peek() != '|' && p.peek() != ')' {
		if p.take(`\Q`) {
			all = append(all, p.verbatim()...)
			continue
		}
		if atom := p.atom(); atom != nil {
			all = append(all, p.quantified(atom))
		}
	}
	return all
}

// verbatim reads what stands between \Q and \E. What follows it repeats its last character only.
func (p *parser) verbatim() sequence {
	start := p.at
	quoted, _, closed := strings.Cut(p.text[start:], `\E`)
	p.at += len(quoted)
	if closed {
		p.at += len(`\E`)
	}
	var all sequence
	for i, r := range quoted {
		all = append(all, p.char(r, start+i))
	}
	if len(all) > 0 {
		last := len(all) - 1
		all[last] = p.quantified(all[last])
	}
	return all
}

// atom reads one thing that may be repeated; nil where only flags are set.
func (p *parser) atom() node {
	start := p.at
	switch p.peek() {
	case '(':
		return p.group()
	case '[':
		p.at++
		return p.class(start)
	case '\\':
		return p.escape()
	case '*', '+', '?':
		p.refuse(start, start+1, p.quoted(start, start+1)+" has nothing to repeat")
	case '{':
		p.counts()
		p.unsupported(start, p.at, p.quoted(start, p.at)+" repeats nothing, which isn't evaluated")
	case '.':
		p.at++
		return anything
	case '^':
		p.at++
		return atStart
	case '$':
		p.at++
		return atEnd
	}
	return p.char(p.rune(), start)
}

func (p *parser) rune() rune {
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	return r
}

// char is the set that a character stands for; no text has one beyond ASCII.
func (p *parser) char(r rune, at int) set {
	if r > 127 && p.anyCase {
		p.unsupported(at, at+1, "letters beyond ASCII in any case aren't evaluated")
	}
	return p.cased(between(r, r))
}

func (p *parser) cased(s set) set {
	if p.anyCase {
		return s.anyCase()
	}
	return s
}

func (p *parser) quantified(n node) node {
	start := p.at
	least, most, ok := p.quantifier()
	if !ok {
		return n
	}
	switch {
	case p.take("?"): // tries short matches first, and finds the same in the end
	case p.take("+"):
		s, single := n.(set)
		if !single {
			p.unsupported(start, p.at, p.quoted(start, p.at)+" after a group isn't evaluated")
		}
		return possessive{s, least, most}
	}
	return repeat{n, least, most}
}

func (p *parser) quantifier() (least, most int, ok bool) {
	switch {
	case p.take("*"):
		return 0, unbounded, true
	case p.take("+"):
		return 1, unbounded, true
	case p.take("?"):
		return 0, 1, true
	case p.peek() == '{':
		least, most = p.counts()
		return least, most, true
	}
	return 0, 0, false
}

func (p *parser) counts() (least, most int) {
	start := p.at
	p.at++
	least, ok := p.count()
	most = least
	if ok && p.take(",") {
		most = unbounded
		if p.peek() != '}' {
			most, ok = p.count()
		}
	}
	if !ok || !p.take("}") || most != unbounded && most < least {
		end := start + 1
		if i := strings.IndexByte(p.text[start:], '}'); i >= 0 {
			end = start + i + 1
		}
		p.refuse(start, end, p.quoted(start, end)+` isn't a number of times as in "{2}", "{2,}" or "{2,5}"`)
	}
	return least, most
}

func (p *parser) count() (int, bool) {
	n, ok := p.number(digits, 10, 1, len(p.text))
	return int(n), ok
}
