package shell

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/syntax"
)

// masked is a script in which what isn't shell is overwritten by plain characters, byte for byte, so that it parses:
// placeholders such as <your-cluster> would be redirects, ${{ x }} an error.
type masked struct {
	script []byte
	spans  []syntax.Span // where placeholders were, sorted
}

// The words of <your cluster name> are separated by single spaces: "sort <in >out" holds two redirects.
var angle = regexp.MustCompile(`^<[A-Za-z_][A-Za-z0-9_.:/-]*( [A-Za-z0-9_][A-Za-z0-9_.:/-]*)*>`)

// maxPlaceholder bounds the length of a placeholder in bytes, so that looking for its end stays cheap.
const maxPlaceholder = 200

// mask hides the placeholders of s, and the given spans of it, which are sorted and apart.
func mask(s string, unknown []syntax.Span) masked {
	m := masked{script: []byte(s)}
	for at := 0; at < len(s); {
		for len(unknown) > 0 && unknown[0].Start < at {
			unknown = unknown[1:] // inside of a placeholder
		}
		if len(unknown) > 0 && unknown[0].Start == at && unknown[0].End > at && unknown[0].End <= len(s) {
			m.add(s, at, unknown[0].End)
			at = unknown[0].End
			continue
		}
		end := placeholderEnd(s, at)
		if end == 0 {
			at++
			continue
		}
		start := at
		if s[at] == '{' && at > 0 && s[at-1] == '$' {
			start--
		}
		m.add(s, start, end)
		at = end
	}
	m.maskInvalid()
	return m
}

// placeholderEnd is the end of <x> or {{ x }} that begins at at; 0 when none does.
func placeholderEnd(s string, at int) int {
	near := s[at:min(len(s), at+maxPlaceholder)]
	switch {
	case s[at] == '<' && (at == 0 || s[at-1] != '<'): // not <<EOF>file
		if length := len(angle.FindString(near)); length > 0 {
			return at + length
		}
	case strings.HasPrefix(near, "{{"):
		line, _, _ := strings.Cut(near, "\n")
		if i := strings.Index(line, "}}"); i >= 0 {
			return at + i + len("}}")
		}
	}
	return 0
}

func (m *masked) add(s string, start, end int) {
	m.spans = append(m.spans, syntax.Span{Start: start, End: end})
	for i := start; i < end; i++ {
		m.script[i] = 'x'
	}
	if start > 0 && isName(s[start-1]) {
		m.script[start] = '%' // keeps $a<b> from becoming the variable axxx
	}
}

// maskInvalid hides bytes that are no UTF-8, which the parser refuses.
func (m *masked) maskInvalid() {
	for i := 0; i < len(m.script); {
		r, size := utf8.DecodeRune(m.script[i:])
		if r == utf8.RuneError && size == 1 {
			m.script[i] = '?'
		}
		i += size
	}
}

// within gives the parts of placeholders between the offsets a and b.
func (m *masked) within(a, b int) []syntax.Span {
	first := sort.Search(len(m.spans), func(i int) bool { return m.spans[i].End > a })
	last := first
	for last < len(m.spans) && m.spans[last].Start < b {
		last++
	}
	return m.spans[first:last]
}

func isName(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
