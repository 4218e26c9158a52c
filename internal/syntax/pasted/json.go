package pasted

import "strings"

// jsonEnd is the end of the JSON value that begins at at; false where its brackets are never closed.
func jsonEnd(s string, at int) (end int, ok bool) {
	depth := 0
	for i := at; i < len(s); {
		switch c := s[i]; {
		case c == '"':
			i = stringEnd(s, i)
			continue
		case isComment(s, i):
			i = commentEnd(s, i)
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1, true
			}
		}
		i++
	}
	return len(s), false
}

// stringEnd is the end of a string. No string goes on in the next line: one that isn't closed ends there.
func stringEnd(s string, at int) int {
	for i := at + 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		case '\n':
			return i
		}
	}
	return len(s)
}

func isComment(s string, at int) bool {
	rest := s[at:]
	behindSpace := at == 0 || strings.ContainsRune(" \t\n,{}[]", rune(s[at-1]))
	return behindSpace && (rest[0] == '#' || strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*"))
}

func commentEnd(s string, at int) int {
	if !strings.HasPrefix(s[at:], "/*") {
		return lineEnd(s, at)
	}
	if i := strings.Index(s[at+2:], "*/"); i >= 0 {
		return at + 2 + i + 2
	}
	return len(s)
}
