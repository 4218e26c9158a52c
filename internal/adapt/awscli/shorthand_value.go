package awscli

import (
	"sort"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// Bytes that end a value without quotes. Which they are depends on where the value stands, as in the AWS CLI.
const (
	notAtStart   = " \t\r\n\v\f\"',=[{"
	notInFirst   = "\"',]}"
	notInFurther = "\"',="
)

// first reads the first value behind a key, or a value in brackets. It may be empty, and may hold an equals sign.
func (p *shorthand) first() *syntax.Node {
	if n, ok := p.quotedValue(); ok {
		return n
	}
	return p.bare(notInFirst)
}

// second reads a further value of a list without brackets. It is false, and nothing is wrong, where a key follows.
func (p *shorthand) second() (*syntax.Node, bool) {
	n, ok := p.quotedValue()
	if !ok {
		if n = p.bare(notInFurther); n.Text.Len() == 0 {
			return nil, false
		}
	}
	p.space()
	return n, p.failed || p.at >= len(p.s) || p.s[p.at] == ','
}

// bare reads a value without quotes up to one of the given bytes. The space at its end doesn't belong to it.
func (p *shorthand) bare(stop string) *syntax.Node {
	start, touched := p.at, false
	escapes := false
	for p.at < len(p.s) {
		if end := p.spanAt(p.at); end > p.at {
			p.at, touched = end, true
			continue
		}
		if strings.HasPrefix(p.s[p.at:], `\,`) {
			p.at, escapes = p.at+2, true
			continue
		}
		forbidden := stop
		if p.at == start {
			forbidden = notAtStart
			if p.depth > 0 {
				forbidden += "]}" // the value is empty
			}
		}
		if strings.IndexByte(forbidden, p.s[p.at]) >= 0 {
			break
		}
		p.at++
	}
	end := start + len(strings.TrimRight(p.s[start:p.at], " \t\r\n\v\f"))
	n := p.scalar(syntax.String, start, end)
	if escapes && !touched {
		n.Text = p.unescape(start, end, ",")
	}
	return n
}

func (p *shorthand) quotedValue() (*syntax.Node, bool) {
	if p.at >= len(p.s) || p.inSpan() || p.s[p.at] != '\'' && p.s[p.at] != '"' {
		return nil, false
	}
	start, quote := p.at, p.s[p.at]
	for p.at++; p.at < len(p.s) && (p.inSpan() || p.s[p.at] != quote); p.at++ {
		if end := p.spanAt(p.at); end > p.at {
			p.at = end - 1
		} else if p.s[p.at] == '\\' && p.at+1 < len(p.s) && (p.s[p.at+1] == quote || p.s[p.at+1] == '\\') {
			p.at++
		}
	}
	if p.at >= len(p.s) {
		n := p.scalar(syntax.Unknown, start, len(p.s))
		p.at = start
		p.fail("this quote is never closed")
		p.at = len(p.s)
		return n, true
	}
	p.at++
	n := p.scalar(syntax.String, start, p.at)
	n.Text = p.text.Slice(start+1, p.at-1)
	if n.Kind == syntax.String {
		n.Text = p.unescape(start+1, p.at-1, string(quote)+`\`)
	}
	return n, true
}

// unescape takes away the backslashes before the given characters.
func (p *shorthand) unescape(start, end int, escapable string) source.Text {
	if !strings.Contains(p.s[start:end], `\`) {
		return p.text.Slice(start, end)
	}
	var b source.Builder
	kept := start
	for at := start; at+1 < end; at++ {
		if p.s[at] == '\\' && strings.IndexByte(escapable, p.s[at+1]) >= 0 {
			b.Raw(p.text.Slice(kept, at))
			b.Put(p.s[at+1:at+2], p.text.Slice(at, at+2))
			at++
			kept = at + 1
		}
	}
	b.Raw(p.text.Slice(kept, end))
	return b.Text()
}

func (p *shorthand) space() {
	for p.at < len(p.s) && strings.IndexByte(" \t\r\n\v\f", p.s[p.at]) >= 0 {
		p.at++
	}
}

func (p *shorthand) expect(c byte) bool {
	if p.failed {
		return false
	}
	if p.at < len(p.s) && p.s[p.at] == c {
		p.at++
		return true
	}
	p.fail("expected \"" + string(c) + "\"")
	return false
}

// expectEither takes a comma, or stops before the closing bracket.
func (p *shorthand) expectEither(comma, closing byte) {
	if p.at < len(p.s) && p.s[p.at] == comma {
		p.at++
		return
	}
	p.fail("expected \"" + string(comma) + "\" or \"" + string(closing) + "\"")
}

func (p *shorthand) fail(message string) {
	p.failed = true
	end := min(p.at+1, len(p.s))
	for end < len(p.s) && end > p.at && p.s[end]&0xC0 == 0x80 {
		end++
	}
	p.problems = append(p.problems, syntax.Problem{
		Rule:    json.SyntaxError,
		Range:   p.text.Range(p.at, end),
		Message: "not the AWS CLI's shorthand syntax: " + message,
	})
}

func (p *shorthand) inSpan() bool { return p.spanAt(p.at) > p.at }

// spanAt is the end of the unknown span that at lies in; 0 when it lies in none.
func (p *shorthand) spanAt(at int) int {
	i := sort.Search(len(p.unknown), func(i int) bool { return p.unknown[i].End > at })
	if i < len(p.unknown) && p.unknown[i].Start <= at {
		return min(p.unknown[i].End, len(p.s))
	}
	return 0
}

func (p *shorthand) touchesSpan(start, end int) bool {
	i := sort.Search(len(p.unknown), func(i int) bool { return p.unknown[i].End > start })
	return i < len(p.unknown) && p.unknown[i].Start < end
}
