package yaml

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// repairs are the changes that an error suggests, the likeliest first.
func (r *recovery) repairs(failed attempt) []*repair {
	near := r.suspects(failed)
	var all []*repair
	if tabs := r.tabsToSpaces(failed); tabs != nil {
		all = append(all, tabs)
	}
	if alias := r.withoutAlias(failed); alias != nil {
		all = append(all, alias)
	}
	for _, line := range near {
		if quote := r.closedQuote(line); quote != nil {
			all = append(all, quote)
		}
	}
	for _, line := range near {
		if left := r.withoutLine(line, failed); left != nil {
			all = append(all, left)
		}
	}
	return all
}

// suspects are the lines (0-based) that the error may lie in: those around where the library stopped reading, and the
// one that it names, which may be where the structure around the error begins.
func (r *recovery) suspects(failed attempt) []int {
	stopped := r.lines.lineOf(max(0, failed.read-1))
	near := []int{stopped, stopped - 1, stopped - 2, stopped + 1}
	named := namedLine(failed.err)
	near = append(near, named-1, named)
	if isUnclosed(failed.err) {
		near = append(near, r.linesWithOpenQuote()...)
	}
	return near
}

// isUnclosed reports the error of a string that isn't closed before the end of the document.
func isUnclosed(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "unexpected end of stream") || strings.Contains(err.Error(), "unexpected document indicator"))
}

// namedLine is the line (1-based) that an error names; it doesn't name the first.
func namedLine(err error) int {
	m := lineNumber.FindStringSubmatch(err.Error())
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// linesWithOpenQuote are the first and the last lines of which a string may be the one that runs to the end.
func (r *recovery) linesWithOpenQuote() []int {
	const most = 3
	var open []int
	for n := range r.lines.starts {
		if start, end := r.lines.span(n); openQuote(r.text[start:end]) >= 0 {
			open = append(open, n)
		}
	}
	return append(open[:min(len(open), most):min(len(open), most)], open[max(0, len(open)-most):]...)
}

var lineNumber = regexp.MustCompile(`^yaml: line (\d+): `)

// closedQuote takes a string that isn't closed in its line for a plain word.
func (r *recovery) closedQuote(line int) *repair {
	start, end := r.lines.span(line)
	at := start + openQuote(r.text[start:end])
	if at < start {
		return nil
	}
	return &repair{
		text:    overwrite(r.text, at, end, 'x'),
		unknown: []syntax.Span{{Start: at, End: end}},
		at:      syntax.Span{Start: at, End: end},
		message: "this string is never closed", help: "add the missing quote",
	}
}

// openQuote is the place of a quote that begins a value in a line and isn't closed there; -1 when none does.
func openQuote(line []byte) int {
	begins := true // a value may begin here
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case begins && (c == '"' || c == '\''):
			length := closing(line[i:])
			if length < 0 {
				return i
			}
			i += length
			begins = false
		case c == '#' && (i == 0 || isBlank(line[i-1])):
			return -1
		case strings.IndexByte("[{,", c) >= 0:
			begins = true
		case isBlank(c):
			begins = begins || i > 0 && strings.IndexByte(":-", line[i-1]) >= 0
		default:
			begins = false
		}
	}
	return -1
}

// closing is the place of the quote that closes the one at the start; -1 when none does.
func closing(s []byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == s[0] && s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == s[0]:
			return i
		}
	}
	return -1
}

// tabsToSpaces takes tabs in the indentation for single spaces.
func (r *recovery) tabsToSpaces(failed attempt) *repair {
	line := r.lines.lineOf(max(0, failed.read-1))
	first := -1
	for _, n := range []int{line - 2, line - 1, line, line + 1} {
		if start, end := r.lines.span(n); first < 0 && start < end && r.text[start] == '\t' {
			first = start
		}
	}
	if first < 0 {
		return nil
	}
	text := bytes.Clone(r.text)
	for _, start := range r.lines.starts {
		if start == len(text) || text[start] != '\t' {
			continue
		}
		for i := start; i < len(text) && isBlank(text[i]); i++ {
			text[i] = ' '
		}
	}
	return &repair{
		text: text, at: syntax.Span{Start: first, End: first + 1},
		message: "a tab in the indentation: YAML takes only spaces", help: "indent with spaces",
	}
}

var unknownAnchor = regexp.MustCompile(`unknown anchor '(.*)' referenced`)

// withoutAlias makes the value unknown that names an anchor which isn't there.
func (r *recovery) withoutAlias(failed attempt) *repair {
	m := unknownAnchor.FindStringSubmatch(failed.err.Error())
	if m == nil {
		return nil
	}
	at := bytes.Index(r.text, []byte("*"+m[1]))
	for at > 0 && !isSpace(r.text[at-1]) && strings.IndexByte("[{,", r.text[at-1]) < 0 {
		next := bytes.Index(r.text[at+1:], []byte("*"+m[1]))
		if next < 0 {
			return nil
		}
		at += 1 + next
	}
	if at < 0 {
		return nil
	}
	end := at + 1 + len(m[1])
	span := syntax.Span{Start: at, End: end}
	return &repair{
		text: overwrite(r.text, at, end, 'x'), unknown: []syntax.Span{span}, at: span,
		message: `no anchor "&` + m[1] + `" stands before this alias`,
	}
}

// withoutLine leaves a line out.
func (r *recovery) withoutLine(line int, failed attempt) *repair {
	start, end := r.lines.span(line)
	content := bytes.TrimLeft(r.text[start:end], " \t")
	if len(content) == 0 || content[0] == '#' {
		return nil
	}
	span := syntax.Span{Start: end - len(content), End: end}
	return &repair{text: blank(r.text, start, end), lost: span, at: span, message: explain(failed.err)}
}
