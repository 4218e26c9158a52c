package powershell

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// stringEnd is the end of the string that begins here.
func (p *parser) stringEnd() int {
	quote := p.s[p.at]
	for i := p.at + 1; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case c == '`' && quote == '"':
			i++
		case c == '$' && quote == '"' && strings.HasPrefix(p.s[i:], "$("):
			i = balancedEnd(p.s, i+1) - 1
		case c == quote && i+1 < len(p.s) && p.s[i+1] == quote:
			i++
		case c == quote:
			return i + 1
		}
	}
	return len(p.s)
}

// commentEnd is the end of the comment that begins here.
func (p *parser) commentEnd() int {
	if strings.HasPrefix(p.s[p.at:], "<#") {
		if i := strings.Index(p.s[p.at:], "#>"); i >= 0 {
			return p.at + i + len("#>")
		}
		return len(p.s)
	}
	if i := strings.IndexByte(p.s[p.at:], '\n'); i >= 0 {
		return p.at + i
	}
	return len(p.s)
}

// escapeEnd is the end of a backtick and what it escapes.
func (p *parser) escapeEnd() int {
	if strings.HasPrefix(p.s[p.at:], "`\r\n") {
		return p.at + 3
	}
	return min(p.at+2, len(p.s))
}

// balancedEnd is the end of what the bracket at at opens. Strings in it are skipped as far as they are closed in
// their line.
func balancedEnd(s string, at int) int {
	depth := 0
	for i := at; i < len(s); i++ {
		switch c := s[i]; c {
		case '(', '{', '[':
			depth++
		case ')', '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		case '\'', '"':
			line := s[i+1:]
			if end := strings.IndexByte(line, '\n'); end >= 0 {
				line = line[:end]
			}
			if end := strings.IndexByte(line, c); end >= 0 {
				i += end + 1
			}
		case '`':
			i++
		}
	}
	return len(s)
}

var hereStart = regexp.MustCompile(`^@["'][ \t]*\r?\n`)

func isHereString(s string) bool { return s[0] == '@' && hereStart.MatchString(s) }

// hereString reads the text between @' and a line that begins with '@.
func (p *parser) hereString() (v shell.Value, end int) {
	start := p.at + len(hereStart.FindString(p.s[p.at:]))
	quote := p.s[p.at+1]
	stop, end := len(p.s), len(p.s)
	if i := strings.Index(p.s[start-1:], "\n"+string(quote)+"@"); i >= 0 {
		stop, end = start-1+i, start-1+i+3
		if stop > start && p.s[stop-1] == '\r' {
			stop--
		}
	}
	d := &decoder{parser: p}
	if quote == '"' {
		d.expanding(start, max(start, stop))
	} else {
		d.out.Raw(p.text.Slice(start, max(start, stop)))
	}
	return d.value(), end
}

// decoder puts the value of a word or string together.
type decoder struct {
	*parser
	out     source.Builder
	unknown []syntax.Span
}

func (d *decoder) value() shell.Value { return shell.Value{Text: d.out.Text(), Unknown: d.unknown} }

func (d *decoder) unknownPart(from, to int) {
	start := d.out.Len()
	d.out.Raw(d.text.Slice(from, to))
	if d.out.Len() > start {
		d.unknown = append(d.unknown, syntax.Span{Start: start, End: d.out.Len()})
	}
}

// literal appends the inside of '...', in which a quote is written twice.
func (d *decoder) literal(from, to int) {
	for from < to {
		i := strings.Index(d.s[from:to], "''")
		if i < 0 {
			break
		}
		d.out.Raw(d.text.Slice(from, from+i))
		d.out.Put("'", d.text.Slice(from+i, from+i+2))
		from += i + 2
	}
	d.out.Raw(d.text.Slice(from, to))
}

// Escapes of PowerShell; any other character stands for itself.
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_special_characters
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 'e': "\x1b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v",
}

// expanding appends the inside of "...": escapes are decoded, what is filled in is unknown.
func (d *decoder) expanding(from, to int) {
	kept := from
	for at := from; at < to; {
		switch c := d.s[at]; {
		case c == '`' && at+1 < to:
			d.out.Raw(d.text.Slice(kept, at))
			at = d.escape(at, to)
			kept = at
		case c == '"' && at+1 < to && d.s[at+1] == '"':
			d.out.Raw(d.text.Slice(kept, at))
			d.out.Put(`"`, d.text.Slice(at, at+2))
			at += 2
			kept = at
		case c == '$':
			if n := len(variable(d.s[at:to])); n > 0 {
				d.out.Raw(d.text.Slice(kept, at))
				d.unknownPart(at, at+n)
				at += n
				kept = at
				continue
			}
			at++
		default:
			at++
		}
	}
	d.out.Raw(d.text.Slice(kept, to))
}

// escape appends what a backtick and the character behind it stand for.
func (d *decoder) escape(at, to int) (end int) {
	size := 1
	for at+1+size < to && d.s[at+1+size]&0xc0 == 0x80 {
		size++
	}
	decoded, ok := escapes[d.s[at+1]]
	if !ok {
		decoded = d.s[at+1 : at+1+size]
	}
	d.out.Put(decoded, d.text.Slice(at, at+1+size))
	return at + 1 + size
}

var name = regexp.MustCompile(`^\$(\{[^}\n]*\}|([A-Za-z_]+:)?[A-Za-z_][A-Za-z0-9_]*|[$?^])`)

// variable is the $name, ${name} or $(...) that s begins with; "" where the dollar sign is one.
func variable(s string) string {
	if strings.HasPrefix(s, "$(") {
		return s[:balancedEnd(s, 1)]
	}
	return name.FindString(s)
}
