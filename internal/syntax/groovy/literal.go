package groovy

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Literal is the text of a string.
type Literal struct {
	Text    source.Text
	Unknown []syntax.Span
}

// stringEnd gives the end of the string that begins at at, and the length of its quotes. A string that isn't closed in
// its line ends there; one of three quotes at the end of the text.
func stringEnd(s string, at int) (end, quotes int) {
	quote := s[at : at+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(s[at:], triple) {
		quote = triple
	}
	for i := at + len(quote); i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], quote):
			return i + len(quote), len(quote)
		case s[i] == '\n' && len(quote) == 1:
			return i, 1
		}
	}
	return len(s), len(quote)
}

// read decodes the string that begins at at.
func read(t source.Text, at int) (literal *Literal, end int) {
	s := t.String()
	end, quotes := stringEnd(s, at)
	from, to := at+quotes, end
	if strings.HasSuffix(s[min(from, end):end], s[at:at+quotes]) {
		to = end - quotes
	}
	d := &decoder{text: t, s: s[:max(from, to)], expands: s[at] == '"'}
	d.decode(from, max(from, to))
	return &Literal{d.out.Text(), d.unknown}, end
}

type decoder struct {
	text    source.Text
	s       string
	expands bool
	out     source.Builder
	unknown []syntax.Span
}

func (d *decoder) decode(from, to int) {
	kept := from
	for at := from; at < to; {
		end, decoded, ok := at, "", false
		switch {
		case d.s[at] == '\\' && at+1 < to:
			end, decoded, ok = d.escape(at)
		case d.s[at] == '$' && d.expands:
			end = at + len(expansion(d.s[at:to]))
		}
		if end == at {
			at++
			continue
		}
		d.out.Raw(d.text.Slice(kept, at))
		if ok {
			d.out.Put(decoded, d.text.Slice(at, end))
		} else {
			start := d.out.Len()
			d.out.Raw(d.text.Slice(at, end))
			d.unknown = append(d.unknown, syntax.Span{Start: start, End: d.out.Len()})
		}
		at, kept = end, end
	}
	d.out.Raw(d.text.Slice(kept, to))
}

// Escapes of Groovy's strings; a continued line stands for nothing.
// https://groovy-lang.org/syntax.html#_escaping_special_characters
var escapes = map[byte]string{
	'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 's': " ", 't': "\t", '\\': `\`, '\'': "'", '"': `"`, '$': "$", '\n': "",
}

func (d *decoder) escape(at int) (end int, decoded string, ok bool) {
	rest := d.s[at:]
	if strings.HasPrefix(rest, "\\\r\n") {
		return at + 3, "", true
	}
	if rest[1] == 'u' && len(rest) >= 6 {
		if code, err := strconv.ParseUint(rest[2:6], 16, 16); err == nil {
			return at + 6, string(rune(code)), true
		}
	}
	if decoded, ok := escapes[rest[1]]; ok {
		return at + 2, decoded, true
	}
	return at, "", false
}

var bare = regexp.MustCompile(`^\$[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*`)

// expansion is the ${...} or $name that s begins with; "" where the dollar sign is one.
func expansion(s string) string {
	if !strings.HasPrefix(s, "${") {
		return bare.FindString(s)
	}
	depth := 0
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i+1]
			}
		}
	}
	return s
}
