package yaml

import (
	"sort"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// lines turns the library's lines and columns, which count code points, into byte offsets.
type lines struct {
	s      string
	starts []int
	ascii  bool // every byte is one column
}

func newLines(s string) *lines {
	l := &lines{s: s, starts: append(make([]int, 0, 1+strings.Count(s, "\n")), 0), ascii: true}
	for i := 0; i < len(s); i++ {
		l.ascii = l.ascii && s[i] < utf8.RuneSelf
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// offset is where a node begins, its tag and anchor included.
func (l *lines) offset(n *yaml.Node) int {
	line := max(0, min(n.Line-1, len(l.starts)-1))
	at := l.starts[line]
	if l.ascii {
		return min(at+max(n.Column-1, 0), len(l.s))
	}
	for column := 1; column < n.Column && at < len(l.s); column++ {
		_, size := utf8.DecodeRuneInString(l.s[at:])
		at += size
	}
	return at
}

// lineOf is the 0-based line that an offset lies in.
func (l *lines) lineOf(at int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > at }) - 1
}

// span is the extent of a line (0-based) without its line break; empty where there is no such line.
func (l *lines) span(line int) (start, end int) {
	if line < 0 || line >= len(l.starts) {
		return 0, 0
	}
	start, end = l.starts[line], len(l.s)
	if line+1 < len(l.starts) {
		end = l.starts[line+1]
	}
	for end > start && isBreak(l.s[end-1]) {
		end--
	}
	return start, end
}

func isBreak(c byte) bool { return c == '\n' || c == '\r' }

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func isSpace(c byte) bool { return isBlank(c) || isBreak(c) }
