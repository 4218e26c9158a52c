package pasted

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// command is the command line that begins at at, and where it ends. Where its quotes or brackets are never closed,
// ok is false and it is only what continued lines join.
func command(t source.Text, at int) (text source.Text, end int, ok bool) {
	s := t.String()
	end, ok = commandEnd(s, at, true)
	if !ok || swallows(s[at:end]) {
		end, _ = commandEnd(s, at, false)
		ok = false
	}
	return joined(t, at, end), end, ok
}

// commandEnd is where the line break stands that ends a command.
func commandEnd(s string, at int, quotes bool) (end int, ok bool) {
	var open []byte // what closes the quotes and brackets around here
	inside := func(c byte) bool { return len(open) > 0 && open[len(open)-1] == c }
	for i := at; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && !inside('\''):
			i = escapeEnd(s, i)
			continue
		case c == '\n' && len(open) == 0 && !goesOn(s[at:i]):
			body, closed := "", true
			if quotes {
				body, closed = hereDocument(s[at:i], s[i:])
			}
			return i + len(body), closed
		case !quotes:
		case len(open) > 0 && c == open[len(open)-1]:
			open = open[:len(open)-1]
		case inside('\''):
		case c == '"' && !inside('"'), c == '\'' && !inside('"'):
			open = append(open, c)
		case c == '(' && (!inside('"') || i > at && s[i-1] == '$'):
			open = append(open, ')')
		case c == '#' && len(open) == 0 && i > at && (s[i-1] == ' ' || s[i-1] == '\t'):
			i = lineEnd(s, i)
			continue
		}
		i++
	}
	return len(s), len(open) == 0
}

var hereOperator = regexp.MustCompile(`<<-?\s*["']?([A-Za-z_]+)["']?`)

// hereDocument is the text behind a line that opens it, up to the line that closes it; false where none does.
func hereDocument(command, behind string) (body string, closed bool) {
	m := hereOperator.FindStringSubmatch(command)
	if m == nil {
		return "", true
	}
	at := 0
	for line := range strings.Lines(behind) {
		at += len(line)
		if strings.TrimSpace(line) == m[1] {
			return strings.TrimRight(behind[:at], "\r\n"), true
		}
	}
	return "", false
}

// goesOn reports a line that ends in a pipe or its like.
func goesOn(line string) bool {
	line = strings.TrimRight(line, " \t\r")
	return strings.HasSuffix(line, "|") || strings.HasSuffix(line, "&&")
}

// escapeEnd is the end of an escape. One at the end of a line takes the line break with it, with the spaces that
// pages put in between.
func escapeEnd(s string, at int) int {
	if gap := continued.FindString(s[at:]); gap != "" {
		return at + len(gap)
	}
	return min(at+2, len(s))
}

var continued = regexp.MustCompile(`^\\[ \t]*\r?\n`)

// swallows reports a command whose quotes reach over another one: one of them is no quote.
func swallows(command string) bool {
	for i, line := range strings.Split(command, "\n") {
		if i > 0 && startsCommand(line) {
			return true
		}
	}
	return false
}

// joined is the command without the spaces between a backslash and the end of its line.
func joined(t source.Text, at, end int) source.Text {
	var b source.Builder
	s := t.String()
	kept := at
	for i := at; i < end; {
		if s[i] != '\\' {
			i++
			continue
		}
		stop := min(escapeEnd(s, i), end)
		if gap := s[i:stop]; strings.HasSuffix(gap, "\n") && len(strings.TrimSpace(gap)) == 1 {
			b.Raw(t.Slice(kept, i+1))
			kept = stop - 1
		}
		i = stop
	}
	if kept == at {
		return t.Slice(at, end)
	}
	b.Raw(t.Slice(kept, end))
	return b.Text()
}
