package shell

import (
	"regexp"
	"sort"
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
var maskable = regexp.MustCompile(`\$?\{\{[^\n]*?\}\}|<[A-Za-z_][A-Za-z0-9_.:/-]*( [A-Za-z0-9_][A-Za-z0-9_.:/-]*)*>`)

func mask(s string) masked {
	m := masked{script: []byte(s)}
	for _, at := range maskable.FindAllStringIndex(s, -1) {
		if at[0] > 0 && s[at[0]] == '<' && s[at[0]-1] == '<' {
			continue // <<EOF>file
		}
		m.spans = append(m.spans, syntax.Span{Start: at[0], End: at[1]})
		for i := at[0]; i < at[1]; i++ {
			m.script[i] = 'x'
		}
		if at[0] > 0 && isName(s[at[0]-1]) {
			m.script[at[0]] = '%' // keeps $a<b> from becoming the variable axxx
		}
	}
	m.maskInvalid()
	return m
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
