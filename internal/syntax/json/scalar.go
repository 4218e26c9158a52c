package json

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// space skips white space and comments.
func (p *parser) space() {
	for p.at < len(p.s) {
		switch c := p.s[p.at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			p.at++
		case strings.HasPrefix(p.s[p.at:], "//"), c == '#':
			p.comment(p.lineEnd(p.at))
		case strings.HasPrefix(p.s[p.at:], "/*"):
			end := len(p.s)
			if i := strings.Index(p.s[p.at+2:], "*/"); i >= 0 {
				end = p.at + 2 + i + 2
			} else {
				p.problem(SyntaxError, p.at, p.at+2, "this comment is never closed", "add the missing */")
			}
			p.comment(end)
		default:
			return
		}
	}
}

func (p *parser) comment(end int) {
	text := strings.TrimRight(p.s[p.at:end], "\r")
	p.problem(Comment, p.at, p.at+len(text), "a comment: the AWS CLI refuses JSON with comments", "remove the comment, or keep it outside of the JSON")
	p.at = end
}

func (p *parser) lineEnd(at int) int {
	if i := strings.IndexByte(p.s[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(p.s)
}

// string reads a string in the given quotes.
func (p *parser) string(quote byte) *syntax.Node {
	start := p.at
	p.at++
	for p.at < len(p.s) {
		if end, ok := p.inSpan(); ok {
			p.at = end
			continue
		}
		switch c := p.s[p.at]; {
		case c == quote:
			p.at++
			return p.stringNode(start, start+1, p.at-1)
		case c == '\\':
			p.at = min(p.at+2, len(p.s))
		case c == '\n' && !p.strict:
			if p.at >= p.lineJoin && p.brokenOff(quote) {
				end := p.textEnd()
				p.problem(SyntaxError, start, end, "this string is never closed", "add the missing quote")
				return p.stringNode(start, start+1, end)
			}
			p.at++
		case !p.strict:
			p.at = max(p.at+1, p.interpolation())
		default:
			p.at++
		}
	}
	p.problem(SyntaxError, start, p.lineEnd(start), "this string is never closed", "add the missing quote")
	return p.stringNode(start, start+1, p.at)
}

// brokenOff tells a string whose closing quote was forgotten from one that goes on in the next line: up to the
// line that holds the next quote, only the first has a colon.
func (p *parser) brokenOff(quote byte) bool {
	next := strings.IndexByte(p.s[p.at:], quote)
	if next < 0 {
		return true
	}
	p.lineJoin = p.at + next
	return strings.Contains(p.s[p.at:p.lineEnd(p.lineJoin)], ":")
}

// interpolation is the end of an interpolation that begins here; 0 when none does.
func (p *parser) interpolation() int { return syntax.InterpolationEnd(p.s, p.at) }

func (p *parser) stringNode(start, from, to int) *syntax.Node {
	n := &syntax.Node{Kind: syntax.String, Range: p.text.Range(start, p.at)}
	if p.touchesSpan(from, to) {
		n.Kind = syntax.Unknown
		n.Text = p.inStrings.Slice(from, to)
		return n
	}
	n.Text = p.unescape(from, to)
	return n
}

// inString is how a text stands in a string of JSON.
var inString = source.NewLayer(func(s string) (string, bool) {
	quoted := syntax.QuoteJSON(s)
	return quoted[1 : len(quoted)-1], utf8.ValidString(s)
})

func (p *parser) unescape(from, to int) source.Text {
	raw := p.s[from:to]
	control := !p.strict && strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' })
	if control {
		p.problem(SyntaxError, from-1, min(to+1, len(p.s)), "a line break or control character inside a string", `write it as an escape, such as \n or \t`)
	}
	if !strings.Contains(raw, `\`) {
		return p.inStrings.Slice(from, to)
	}
	var b source.Builder
	b.Layer(source.Verbatim)
	for at := from; at < to; {
		i := strings.IndexByte(p.s[at:to], '\\')
		if i < 0 {
			b.Raw(p.text.Slice(at, to))
			break
		}
		b.Raw(p.text.Slice(at, at+i))
		at += i
		decoded, size := p.escape(at, to)
		b.Put(decoded, p.text.Slice(at, at+size))
		at += size
	}
	return b.Text().In(inString)
}

var simpleEscapes = map[byte]string{'"': `"`, '\\': `\`, '/': "/", 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t"}

// escape decodes the escape at at; size is its length in the text.
func (p *parser) escape(at, to int) (decoded string, size int) {
	if at+1 >= to {
		return `\`, 1
	}
	if s, ok := simpleEscapes[p.s[at+1]]; ok {
		return s, 2
	}
	if r, ok := p.unicodeEscape(at, to); ok {
		if low, ok := p.unicodeEscape(at+6, to); ok && utf16.IsSurrogate(r) {
			if joined := utf16.DecodeRune(r, low); joined != utf8.RuneError {
				return string(joined), 12
			}
		}
		return string(r), 6
	}
	_, width := utf8.DecodeRuneInString(p.s[at+1 : to])
	p.problem(SyntaxError, at, at+1+width, "not an escape of JSON", `write a backslash as \\`)
	return p.s[at : at+1+width], 1 + width
}

func (p *parser) unicodeEscape(at, to int) (rune, bool) {
	if at+6 > to || p.s[at] != '\\' || p.s[at+1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(p.s[at+2:at+6], 16, 32)
	return rune(v), err == nil
}

var number = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// word reads a number, true, false, null, or whatever else stands there without quotes.
func (p *parser) word() *syntax.Node {
	start := p.at
	for p.at < len(p.s) && !strings.ContainsRune(",]}:\"'{[ \t\r\n#", rune(p.s[p.at])) {
		if strings.HasPrefix(p.s[p.at:], "//") || strings.HasPrefix(p.s[p.at:], "/*") {
			break
		}
		p.at = max(p.at+1, p.interpolation())
	}
	p.at = max(p.at, start+1)
	text := p.s[start:p.at]
	n := &syntax.Node{Range: p.text.Range(start, p.at), Text: p.text.Slice(start, p.at)}
	switch {
	case p.touchesSpan(start, p.at):
		n.Kind = syntax.Unknown
		p.template = true
	case text == "true" || text == "false":
		n.Kind = syntax.Bool
	case text == "null":
		n.Kind = syntax.Null
	case number.MatchString(text):
		n.Kind = syntax.Number
	case syntax.HasPlaceholder(text):
		n.Kind = syntax.Unknown
		p.template = true
	default:
		n.Kind = syntax.Unknown
		p.problem(SyntaxError, start, p.at, "not a value of JSON", "write a string in double quotes")
	}
	return n
}

// placeholder is the end of an unquoted placeholder that begins here, with whatever is attached to it.
func (p *parser) placeholder() (end int, ok bool) {
	if p.strict || p.at >= len(p.s) {
		return 0, false
	}
	end, ok = p.inSpan()
	if !ok {
		end = max(p.interpolation(), p.angle())
		ok = end > 0
	}
	if !ok {
		return 0, false
	}
	for end < len(p.s) && isWord(p.s[end]) {
		end++
	}
	return end, true
}

// angle is the end of <NAME>; 0 when there is none here.
func (p *parser) angle() int {
	if m := anglePlaceholder.FindString(p.s[p.at:]); m != "" {
		return p.at + len(m)
	}
	return 0
}

var anglePlaceholder = regexp.MustCompile(`^<[A-Za-z_][A-Za-z0-9_ .:/-]*>`)

// actions are how the control structures of templates begin and end: text/template and jinja, Terraform, jinja.
var actions = map[string]string{"{{": "}}", "%{": "}", "{%": "%}"}

// isAction reports a template's control structure that begins here.
func (p *parser) isAction() bool { return p.actionEnd() != "" }

func (p *parser) actionEnd() string {
	if p.strict || p.at+2 > len(p.s) {
		return ""
	}
	return actions[p.s[p.at:p.at+2]]
}

// action is the end of a control structure that stands for members or items. It may span lines.
func (p *parser) action() (end int, ok bool) {
	closing := p.actionEnd()
	if closing == "" {
		return 0, false
	}
	i := strings.Index(p.s[p.at:], closing)
	if i < 0 {
		return 0, false
	}
	end = p.at + i + len(closing)
	rest := strings.TrimLeft(p.s[end:], " \t\r\n")
	if strings.HasPrefix(rest, ":") {
		return 0, false
	}
	p.template = true
	return end, true
}

func (p *parser) bare(start, end int) *syntax.Node {
	p.at = end
	p.template = true
	return &syntax.Node{Kind: syntax.Unknown, Range: p.text.Range(start, end), Text: p.text.Slice(start, end)}
}

func (p *parser) inSpan() (end int, ok bool) {
	for _, span := range p.unknown {
		if span.Start <= p.at && p.at < span.End {
			return span.End, true
		}
	}
	return 0, false
}

func (p *parser) touchesSpan(from, to int) bool {
	for _, span := range p.unknown {
		if span.Start < to && from < span.End {
			return true
		}
	}
	return false
}

func isWord(c byte) bool {
	return c == '_' || c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
