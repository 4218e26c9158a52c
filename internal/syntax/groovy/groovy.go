// Package groovy finds the scripts that a Jenkinsfile runs: the literal strings of its sh and powershell steps, as the
// shell gets them. What Groovy fills in is an unknown span of the text. Nothing is executed.
package groovy

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Step is the script of one step.
type Step struct {
	Name    string // sh, powershell or pwsh
	Text    source.Text
	Unknown []syntax.Span // sorted
}

// maxText bounds the size of a file, in bytes.
const maxText = 1 << 20

// Steps gives the steps whose script is a literal, in the order of the text, and the number of those whose script is
// made in another way, or runs in a shell of Windows.
func Steps(t source.Text) (steps []Step, unread int) {
	if t.Len() > maxText {
		return nil, 0
	}
	s := t.String()
	for at := 0; at < len(s); {
		end, skipped := skip(s, at)
		if skipped {
			at = end
			continue
		}
		m := step.FindString(s[at:])
		if m == "" || at > 0 && isName(s[at-1]) {
			at++
			continue
		}
		name := strings.TrimRight(m, "( \t\r\n")
		literal, end, ok := argument(t, at+len(m), strings.Contains(m, "("))
		switch {
		case ok && name != "bat":
			steps = append(steps, Step{name, literal.Text, literal.Unknown})
		case ok || literal != nil:
			unread++
		}
		at = max(end, at+len(m))
	}
	return steps, unread
}

var step = regexp.MustCompile(`^(sh|powershell|pwsh|bat)([ \t]*\(\s*|[ \t]+)`)

// skip gives the end of a comment or of a string that begins at at.
func skip(s string, at int) (end int, ok bool) {
	rest := s[at:]
	switch {
	case strings.HasPrefix(rest, "//"):
		return at + lineLength(rest), true
	case strings.HasPrefix(rest, "/*"):
		if i := strings.Index(rest[2:], "*/"); i >= 0 {
			return at + 2 + i + 2, true
		}
		return len(s), true
	case rest[0] == '"' || rest[0] == '\'':
		end, _ := stringEnd(s, at)
		return end, true
	}
	return at, false
}

func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// argument reads the script of a step: sh '...', sh('...'), sh(script: '...', returnStdout: true). The literal is nil
// where what follows is no step at all.
func argument(t source.Text, at int, bracket bool) (literal *Literal, end int, ok bool) {
	s := t.String()
	for {
		m := named.FindString(s[at:])
		if m == "" {
			break
		}
		at += len(m)
		if strings.HasPrefix(m, "script") {
			break
		}
		value := plain.FindString(s[at:])
		if n := len(value); n > 0 {
			at += n
			continue
		}
		return &Literal{}, at, false
	}
	if at >= len(s) || s[at] != '"' && s[at] != '\'' {
		return madeElsewhere(s, at), at, false
	}
	literal, end = read(t, at)
	behind := strings.TrimLeft(s[end:], " \t\r")
	closed := behind == "" || strings.ContainsRune("\n;,)}", rune(behind[0])) || strings.HasPrefix(behind, "//")
	if bracket {
		behind = strings.TrimLeft(behind, "\n \t\r")
		closed = behind != "" && (behind[0] == ')' || behind[0] == ',')
	}
	return literal, end, closed
}

// madeElsewhere tells a step whose script is an expression from a word that only looks like a step.
func madeElsewhere(s string, at int) *Literal {
	if at < len(s) && (isName(s[at]) || s[at] == '(' || s[at] == '$' || s[at] == '/') {
		return &Literal{}
	}
	return nil
}

var (
	named = regexp.MustCompile(`^\s*[a-zA-Z]+\s*:\s*`)
	plain = regexp.MustCompile(`^(true|false|[0-9]+|'[^'\\\n]*'|"[^"\\\n$]*")\s*,\s*`)
)

func isName(c byte) bool {
	return c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
