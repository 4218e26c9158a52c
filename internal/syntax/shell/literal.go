package shell

import (
	"strings"
	"unicode/utf8"
)

// quoting is what surrounds a literal; it decides what a backslash does.
type quoting uint8

const (
	unquoted      quoting = iota
	unquotedValue         // an assignment or a file name: unquoted, but never matched against files
	doubleQuoted
	hereDocument
	tabbedHereDocument // <<-: tabs at the start of lines are dropped
	singleQuoted
	rawHereDocument
	rawTabbedHereDocument
)

// escapable are the characters before which a backslash isn't a character of its own.
var escapable = map[quoting]string{
	doubleQuoted:       "$`\"\\",
	hereDocument:       "$`\\",
	tabbedHereDocument: "$`\\",
}

// literal appends the script's text from from to to with its escapes decoded.
func (b *builder) literal(from, to int, q quoting) {
	if b.w.backquotes > 0 && strings.Contains(b.w.script()[from:to], `\`) {
		b.unknownPart(from, to) // backquotes take away backslashes of their own
		return
	}
	for _, m := range b.w.within(from, to) {
		if m.Start > from {
			b.decode(from, m.Start, q)
		}
		b.unknownPart(max(from, m.Start), min(to, m.End))
		from = m.End
	}
	if from < to {
		b.decode(from, to, q)
	}
}

func (b *builder) decode(from, to int, q quoting) {
	s, kept := b.w.script(), from
	skip := func(at, size int) int {
		b.raw(kept, at)
		kept = at + size
		return at + size
	}
	for at := from; at < to; {
		if size := b.dropped(at, to, q); size > 0 {
			at = skip(at, size)
			continue
		}
		switch c := s[at]; {
		case c == '\\' && at+1 < to && escapes(q, s[at+1]):
			_, size := utf8.DecodeRuneInString(s[at+1 : to])
			b.raw(kept, at)
			b.decoded(s[at+1:at+1+size], at, at+1+size)
			at += 1 + size
			kept = at
		case c == '\\' && at+1 < to && q != singleQuoted && q < rawHereDocument:
			at += 2
		case q == unquoted && (c == '*' || c == '?'):
			b.raw(kept, at)
			b.unknownPart(at, at+1)
			at++
			kept = at
		default:
			at++
		}
	}
	b.raw(kept, to)
}

// dropped is the number of bytes at at that don't become text: a continued line, a carriage return at the end of
// a line, the tabs of <<-.
func (b *builder) dropped(at, to int, q quoting) int {
	s := b.w.script()
	rest := s[at:]
	switch {
	case q >= singleQuoted && q != rawTabbedHereDocument:
		return 0
	case rest[0] == '\t' && (q == tabbedHereDocument || q == rawTabbedHereDocument) && (at == 0 || s[at-1] == '\n'):
		return to - at - len(strings.TrimLeft(s[at:to], "\t"))
	case q == rawTabbedHereDocument:
		return 0
	case strings.HasPrefix(rest, "\\\n"), strings.HasPrefix(rest, "\\\r\n"):
		return min(to-at, strings.IndexByte(rest, '\n')+1) // the parser may end a literal behind the backslash
	case q <= unquotedValue && rest[0] == '\r' && (len(rest) == 1 || rest[1] == '\n'):
		return 1
	}
	return 0
}

func escapes(q quoting, c byte) bool {
	return q <= unquotedValue || strings.IndexByte(escapable[q], c) >= 0
}

// simpleEscapes are those of $'...' that stand for one character.
var simpleEscapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", '\\': `\`, '\'': "'", '"': `"`}

// ansi appends the inside of $'...'.
func (b *builder) ansi(from, to int) {
	s := b.w.script()
	for from < to {
		i := strings.IndexByte(s[from:to], '\\')
		if i < 0 || from+i+1 >= to {
			break
		}
		b.raw(from, from+i)
		from += i
		if decoded, ok := simpleEscapes[s[from+1]]; ok && b.w.backquotes == 0 {
			b.decoded(decoded, from, from+2)
		} else {
			b.unknownPart(from, from+2)
		}
		from += 2
	}
	b.raw(from, to)
}
