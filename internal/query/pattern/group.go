package pattern

import (
	"strconv"
	"strings"
)

// group reads from "(" to its ")"; nil where that only sets flags.
func (p *parser) group() node {
	start := p.at
	p.at++
	defer p.enter(start)()
	var wrap func(node) node
	switch {
	case !p.take("?"), p.take(":"):
	case p.take("="):
		wrap = func(n node) node { return look{n, false, false} }
	case p.take("!"):
		wrap = func(n node) node { return look{n, false, true} }
	case p.take("<="):
		wrap = func(n node) node { return p.behind(start, n, false) }
	case p.take("<!"):
		wrap = func(n node) node { return p.behind(start, n, true) }
	case p.take("<"):
		p.name(start)
	case p.take(">"):
		p.unsupported(start, p.at, `an atomic group "(?>" isn't evaluated`)
	default:
		before := p.anyCase
		if p.flags(start) {
			return nil
		}
		defer func() { p.anyCase = before }()
	}
	n := node(p.alternatives())
	if p.problem == nil && !p.take(")") {
		p.refuse(start, start+1, `"(" is never closed`)
	}
	if wrap != nil {
		n = wrap(n)
	}
	return n
}

func (p *parser) behind(start int, n node, negative bool) node {
	if !bounded(n) {
		p.unsupported(start, p.at, "what is looked for behind has no greatest length, which isn't evaluated")
	}
	return look{n, true, negative}
}

// name reads the name of a group.
func (p *parser) name(group int) {
	start := p.at
	for isLetter(p.peek()) || p.at > start && digits.has(p.peek()) {
		p.at++
	}
	name := p.text[start:p.at]
	switch {
	case name == "" || !p.take(">"):
		p.refuse(group, p.at, `after "(?<" stands no name of letters and digits with ">"`)
	case p.names[name]:
		p.refuse(start, p.at-1, `two groups have the name "`+name+`"`)
	}
	p.names[name] = true
}

// flags reads the flags of "(?i)" and "(?i:"; it reports that the group ends there. Of those that are evaluated only "i" makes a
// difference for one line of ASCII.
func (p *parser) flags(start int) (ended bool) {
	on := true
	for {
		c := p.peek()
		switch {
		case c == ')' || c == ':':
			p.at++
			return c == ')'
		case c == '-' && on:
			on = false
		case c == 'i':
			p.anyCase = on
		case isOneOf(c, "dsuU"):
		case isLetter(c):
			p.unsupported(start, p.at+1, "the flag "+p.quoted(p.at, p.at+1)+" isn't evaluated")
			return true
		default:
			p.refuse(start, p.at+1, p.quoted(start, p.at+1)+" begins no kind of group")
			return true
		}
		p.at++
	}
}

// escapes of one letter that stand for one character.
var escapes = map[byte]rune{'t': '\t', 'n': '\n', 'r': '\r', 'f': '\f', 'a': '\a', 'e': '\x1b'}

// shorthands are the letters for classes; the capital is what isn't in it.
var shorthands = map[byte]set{'d': digits, 's': space, 'w': word, 'h': blank, 'v': vertical}

var places = map[byte]place{'b': atBoundary, 'B': notAtBoundary, 'A': atStart, 'z': atEnd, 'Z': atEnd}

// escape reads what begins with "\" outside of a class.
func (p *parser) escape() node {
	start := p.at
	if at, ok := places[p.peekAt(start+1)]; ok {
		p.at += 2
		if p.peek() == '{' {
			p.unsupported(start, p.at+1, p.quoted(start, p.at+1)+" isn't evaluated")
		}
		return at
	}
	if s, ok := p.shorthand(); ok {
		return s
	}
	return p.char(p.escapedChar(), start)
}

// shorthand reads \d, \p{Alpha} and their like.
func (p *parser) shorthand() (set, bool) {
	c := p.peekAt(p.at + 1)
	if s, ok := shorthands[c|0x20]; ok && isLetter(c) {
		p.at += 2
		return s.notIf(c < 'a'), true
	}
	if c != 'p' && c != 'P' {
		return set{}, false
	}
	start := p.at
	p.at += 2
	name := p.property()
	s, ok := properties[name]
	if !ok || p.anyCase {
		p.unsupported(start, p.at, "the class "+p.quoted(start, p.at)+" isn't evaluated")
	}
	return s.notIf(c == 'P'), true
}

func (p *parser) property() string {
	if !p.take("{") {
		start := p.at
		if p.at < len(p.text) {
			p.rune()
		}
		return p.text[start:p.at]
	}
	name, _, closed := strings.Cut(p.text[p.at:], "}")
	p.at += len(name)
	if closed {
		p.at++
	}
	return name
}

// escapedChar reads an escape that stands for one character.
func (p *parser) escapedChar() rune {
	start := p.at
	p.at++
	c := p.peek()
	if r, ok := escapes[c]; ok {
		p.at++
		return r
	}
	switch {
	case c == 0 && p.at >= len(p.text):
		p.refuse(start, start+1, `"\" at the end escapes nothing`)
		return 0
	case c == 'x' || c == 'u' || c == '0' || c == 'c':
		p.at++
		return p.code(start, c)
	case digits.has(c) || c == 'k':
		p.unsupported(start, p.at+1, "a reference back to a group isn't evaluated")
	case isOneOf(c, "EGNRX"):
		p.unsupported(start, p.at+1, p.quoted(start, p.at+1)+" isn't evaluated")
	case isLetter(c):
		p.refuse(start, p.at+1, p.quoted(start, p.at+1)+" has no meaning")
	}
	if p.problem != nil {
		return 0
	}
	return p.rune()
}

// code reads the rest of \x41, \x{41}, \u0041, \0101 and \cA.
func (p *parser) code(start int, kind byte) rune {
	hex := digits.or(between('a', 'f')).or(between('A', 'F'))
	var r rune
	ok := false
	switch {
	case kind == 'c' && p.at < len(p.text):
		return p.rune() ^ 64
	case kind == 'u':
		r, ok = p.number(hex, 16, 4, 4)
	case kind == '0' && p.peek() > '3':
		r, ok = p.number(between('0', '7'), 8, 1, 2)
	case kind == '0':
		r, ok = p.number(between('0', '7'), 8, 1, 3)
	case kind == 'x' && p.take("{"):
		r, ok = p.number(hex, 16, 1, maxText)
		ok = p.take("}") && ok
	case kind == 'x':
		r, ok = p.number(hex, 16, 2, 2)
	}
	if !ok {
		p.refuse(start, p.at, p.quoted(start, p.at)+" isn't the code of a character")
	}
	return r
}

// number reads from least to most digits.
func (p *parser) number(of set, base, least, most int) (rune, bool) {
	start := p.at
	for p.at < len(p.text) && p.at-start < most && of.has(p.peek()) {
		p.at++
	}
	n, err := strconv.ParseInt(p.text[start:p.at], base, 32)
	return rune(n), err == nil && p.at-start >= least
}
