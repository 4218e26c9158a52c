package yaml

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/syntax"
)

// masked is a text in which what isn't YAML is overwritten, byte for byte, so that it parses: {{ x }} would be a
// mapping, {% if x %} an error.
type masked struct {
	text  []byte
	spans []syntax.Span // what was overwritten, sorted
	lost  []syntax.Span // lines that stand for anything: control structures of templates, and what was left out
}

func mask(s string, unknown []syntax.Span) *masked {
	m := &masked{text: []byte(s)}
	m.maskUnreadable(s)
	spans := slices.Clone(unknown)
	if strings.ContainsAny(s, "{%<@") {
		spans = append(spans, placeholders(s)...)
	}
	slices.SortFunc(spans, func(a, b syntax.Span) int { return a.Start - b.Start })
	end := 0
	for _, span := range spans {
		span = syntax.Span{Start: max(span.Start, end), End: min(span.End, len(s))}
		if span.Start < span.End {
			m.add(s, span)
			end = span.End
		}
	}
	return m
}

// others are the styles of placeholders that aren't interpolations. They begin where YAML's own words can't.
var others = regexp.MustCompile(`^(?:<[A-Za-z_][A-Za-z0-9_ .:/-]*>|%[A-Z_][A-Z0-9_]{2,}%|@[A-Z][A-Z0-9_]{2,}@)`)

func placeholders(s string) []syntax.Span {
	var spans []syntax.Span
	for at := 0; at < len(s); {
		next := strings.IndexAny(s[at:], "{%<@$")
		if next < 0 {
			break
		}
		at += next
		end := syntax.InterpolationEnd(s, at)
		if end == 0 {
			end = controlEnd(s, at)
		}
		if end == 0 {
			end = at + len(others.FindString(s[at:min(len(s), at+maxPlaceholder)]))
		}
		if end == at {
			at++
			continue
		}
		spans = append(spans, syntax.Span{Start: at, End: end})
		at = end
	}
	return spans
}

// maxPlaceholder bounds the length of a placeholder in bytes, so that looking for its end stays cheap.
const maxPlaceholder = 2000

// controls are how the control structures of templates begin and end: text/template and jinja, Terraform.
var controls = map[string]string{"{{": "}}", "{%": "%}", "%{": "}"}

// controlEnd is the end of a control structure; one of several lines has to begin its line.
func controlEnd(s string, at int) int {
	near := s[at:min(len(s), at+maxPlaceholder)]
	if len(near) < 2 {
		return 0
	}
	closing, ok := controls[near[:2]]
	if !ok {
		return 0
	}
	i := strings.Index(near, closing)
	if i < 0 || strings.ContainsAny(near[:i], "\r\n") && !beginsLine(s, at) {
		return 0
	}
	return at + i + len(closing)
}

func beginsLine(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \t")
	return before == "" || isBreak(before[len(before)-1])
}

func endsLine(s string, at int) bool {
	rest := strings.TrimLeft(s[at:], " \t")
	return rest == "" || isBreak(rest[0])
}

// add overwrites a span of s by the letters of a plain word. What has its lines for itself becomes a comment, which is
// content where the lines belong to a scalar.
func (m *masked) add(s string, span syntax.Span) {
	ownLines := beginsLine(s, span.Start) && endsLine(s, span.End)
	lineStart := ownLines
	for i := span.Start; i < span.End; i++ {
		switch c := s[i]; {
		case isBreak(c):
			lineStart = ownLines
		case lineStart && isBlank(c):
		case lineStart:
			m.text[i] = '#'
			lineStart = false
		default:
			m.text[i] = 'x'
		}
	}
	m.spans = append(m.spans, span)
	if ownLines {
		m.lost = append(m.lost, span)
	}
}

// maskUnreadable overwrites what the library refuses in any place: bytes that are no UTF-8, control characters. It also
// takes the line breaks of Unicode for what they are to everybody else, plain characters.
func (m *masked) maskUnreadable(s string) {
	if isPlain(s) {
		return
	}
	for i, r := range s {
		size := utf8.RuneLen(r)
		switch {
		case r == utf8.RuneError:
			_, size = utf8.DecodeRuneInString(s[i:])
		case r >= ' ' && r < 0x7f, r == '\t', r == '\n', r == '\r', r >= 0xa0 && r < 0x2028, r > 0x2029 && r < 0xfeff,
			r > 0xfeff && r < 0xfffe, r >= 0x10000:
			continue
		}
		for j := i; j < i+size; j++ {
			m.text[j] = '_'
		}
	}
}

// isPlain reports a text of printed ASCII and line breaks, as most are.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c >= 0x7f) && c != '\n' && c != '\t' && c != '\r' {
			return false
		}
	}
	return true
}
