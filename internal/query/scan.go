package query

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

const (
	blankBytes  = " \t\r\n"
	symbolBytes = "=!<>~"
	endOfValue  = blankBytes + "()[],"
	endOfWord   = endOfValue + symbolBytes + `&|;'"`
)

func isOneOf(c byte, bytes string) bool { return c != 0 && strings.IndexByte(bytes, c) >= 0 }

// peek is the next byte; 0 at the end.
func (p *parser) peek() byte { return p.byteAt(p.at) }

func (p *parser) byteAt(at int) byte {
	if at < 0 || at >= len(p.text) {
		return 0
	}
	return p.text[at]
}

func (p *parser) blanks() {
	for isOneOf(p.peek(), blankBytes) {
		p.at++
	}
}

func (p *parser) take(s string) bool {
	if !strings.HasPrefix(p.text[p.at:], s) {
		return false
	}
	p.at += len(s)
	return true
}

// word is what stands up to the next blank, operator, quote or bracket; it isn't taken.
func (p *parser) word() string { return p.upTo(endOfWord) }

func (p *parser) upTo(ends string) string {
	rest := p.text[p.at:]
	if i := strings.IndexAny(rest, ends); i >= 0 {
		return rest[:i]
	}
	return rest
}

// symbols is the run of operator bytes that stands next; it isn't taken.
func (p *parser) symbols() string {
	rest := p.text[p.at:]
	return rest[:len(rest)-len(strings.TrimLeft(rest, symbolBytes))]
}

func (p *parser) from(start int) syntax.Span { return syntax.Span{Start: start, End: p.at} }

func (p *parser) in(s syntax.Span) string { return p.text[s.Start:s.End] }

// closes reports that a part of the expression may end here: at the end, at ")" or at what joins parts.
func (p *parser) closes() bool {
	if p.at >= len(p.text) || isOneOf(p.peek(), ")&|,;") {
		return true
	}
	word := p.word()
	return strings.EqualFold(word, "and") || strings.EqualFold(word, "or")
}

// skip goes on to the end of a part that can't be read.
func (p *parser) skip() {
	p.blanks()
	for depth := 0; p.at < len(p.text); p.blanks() {
		c := p.peek()
		switch {
		case depth == 0 && c != ',' && p.closes():
			return
		case c == '\'' || c == '"':
			p.at++
			if i := strings.IndexByte(p.text[p.at:], c); i >= 0 {
				p.at += i + 1
			}
			continue
		case isOneOf(c, "(["):
			depth++
		case isOneOf(c, ")]"):
			depth = max(0, depth-1)
		}
		p.at += max(1, len(p.word()))
	}
}

// bareValue is a value without quotes that stands next; it isn't taken.
func (p *parser) bareValue() string {
	value := p.upTo(endOfValue)
	for _, join := range []string{"&&", "||"} {
		value, _, _ = strings.Cut(value, join)
	}
	return value
}

// barePattern is a pattern without quotes that stands next, with the brackets that are closed in it; it isn't taken.
func (p *parser) barePattern() string {
	rest := p.text[p.at:]
	depth, class := 0, false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case isOneOf(c, blankBytes):
			return rest[:i]
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			depth--
			if depth < 0 {
				return rest[:i]
			}
		case depth == 0 && (strings.HasPrefix(rest[i:], "&&") || strings.HasPrefix(rest[i:], "||")):
			return rest[:i]
		}
	}
	return rest
}
