// Package powershell reads the aws commands of PowerShell scripts, word by word as the program gets them, and the
// here-strings of a script. Variables and expressions are unknown spans. Nothing is executed.
package powershell

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// Script is what could be read of a script.
type Script struct {
	Commands    []*shell.Command // calls of aws
	HereStrings []shell.Value    // texts between @' and '@, @" and "@
	Unread      int              // calls of aws whose words can't be told
}

// maxText bounds the size of a script, in bytes.
const maxText = 1 << 20

// Parse reads a script. One of more than 1 MiB is empty.
func Parse(t source.Text) *Script {
	p := &parser{text: t, s: t.String(), starts: true}
	if t.Len() > maxText {
		return &p.script
	}
	for p.at < len(p.s) {
		p.token()
	}
	return &p.script
}

type parser struct {
	text   source.Text
	s      string
	at     int
	starts bool // a command may start here
	script Script
}

var program = regexp.MustCompile(`^(?i)aws(\.exe|\.cmd)?([ \t]|` + "`" + `\r?\n)`)

// token reads one token outside of an aws command.
func (p *parser) token() {
	switch c := p.s[p.at]; {
	case c == ' ' || c == '\t':
		p.at++
	case c == '`':
		p.at = p.escapeEnd()
	case isHereString(p.s[p.at:]):
		v, end := p.hereString()
		p.script.HereStrings = append(p.script.HereStrings, v)
		p.at, p.starts = end, false
	case c == '#', strings.HasPrefix(p.s[p.at:], "<#"):
		p.at = p.commentEnd()
	case c == '"' || c == '\'':
		p.at, p.starts = p.stringEnd(), false
	case strings.IndexByte("\n\r;{}(|=&", c) >= 0:
		p.at++
		p.starts = true
	case p.starts && program.MatchString(p.s[p.at:]):
		p.command()
	default:
		end := p.nameEnd()
		p.starts = returns[strings.ToLower(p.s[p.at:end])]
		p.at = max(end, p.at+1)
	}
}

// returns are words that a command may follow.
var returns = map[string]bool{"return": true, "throw": true, "else": true, "try": true, "finally": true, "do": true}

func (p *parser) nameEnd() int {
	end := p.at
	for end < len(p.s) && isName(p.s[end]) {
		end++
	}
	return end
}

// command reads a call of aws up to the end of its statement.
func (p *parser) command() {
	start := p.at
	var words []shell.Word
	for {
		p.gap()
		if p.ends() {
			break
		}
		word, ok := p.word()
		if !ok {
			p.script.Unread++
			return
		}
		words = append(words, word)
	}
	p.starts = true
	last := words[len(words)-1].Range
	p.script.Commands = append(p.script.Commands, &shell.Command{
		Words: words, Range: source.Range{File: last.File, Start: p.text.Range(start, start).Start, End: last.End},
	})
}

// gap skips spaces, continued lines and redirections.
func (p *parser) gap() {
	for p.at < len(p.s) {
		rest := p.s[p.at:]
		m := spaces.FindString(rest)
		if m == "" {
			m = redirection.FindString(rest)
		}
		if m == "" {
			return
		}
		p.at += len(m)
	}
}

var (
	spaces      = regexp.MustCompile("^([ \t]+|`\r?\n)")
	redirection = regexp.MustCompile(`^([0-9*]?>>?(&[0-9]|[ \t]*([^\s;|"']+|"[^"\n]*"|'[^'\n]*')))`)
)

// ends reports the end of a command: of its line, its statement, the block around it.
func (p *parser) ends() bool {
	if p.at >= len(p.s) {
		return true
	}
	switch c := p.s[p.at]; {
	case strings.IndexByte("\n\r;|})", c) >= 0, c == '#', strings.HasPrefix(p.s[p.at:], "&&"):
		return true
	}
	return false
}

func isName(c byte) bool {
	return c == '_' || c == '-' || c == '.' || c == ':' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
