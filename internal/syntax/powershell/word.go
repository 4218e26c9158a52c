package powershell

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// word reads one argument. It is false for --%, behind which nothing is PowerShell.
func (p *parser) word() (word shell.Word, ok bool) {
	start := p.at
	if strings.HasPrefix(p.s[p.at:], "--%") {
		return word, false
	}
	d := &decoder{parser: p}
	switch c := p.s[p.at]; {
	case isHereString(p.s[p.at:]):
		word.Value, p.at = p.hereString()
		word.Quoted = true
	case c == '"' || c == '\'':
		d.quoted(&word)
		word.Value = d.value()
	default:
		d.bareword(&word)
		word.Value = d.value()
	}
	word.Range = p.text.Range(start, p.at)
	if word.Quoted {
		word.Value = withoutEscapes(word.Value)
	}
	return word, true
}

// quoted appends the string that begins here.
func (d *decoder) quoted(word *shell.Word) {
	end := d.stringEnd()
	from, to := d.at+1, end
	if end > from && d.s[end-1] == d.s[d.at] {
		to--
	}
	if d.s[d.at] == '"' {
		d.expanding(from, to)
	} else {
		d.literal(from, to)
	}
	word.Quoted = true
	d.at = end
}

// bareword appends a word that begins without quotes. One with an expression, a list or a block in it can't be told.
func (d *decoder) bareword(word *shell.Word) {
	start := d.at
	for d.at < len(d.s) {
		c := d.s[d.at]
		switch {
		case strings.IndexByte(" \t\n\r;|)}", c) >= 0:
			return
		case c == '`' && spaces.MatchString(d.s[d.at:]):
			return
		case c == '`' && d.at+1 < len(d.s):
			d.at = d.escape(d.at, len(d.s))
		case c == '"' || c == '\'':
			d.quoted(word)
		case c == '$' && len(variable(d.s[d.at:])) > 0:
			end := d.at + len(variable(d.s[d.at:]))
			end += len(accessor.FindString(d.s[end:]))
			d.unknownPart(d.at, end)
			word.Multiple = word.Multiple || d.at == start // a list becomes several words
			d.at = end
		case strings.IndexByte(",@({", c) >= 0:
			d.expression(word, start)
			return
		default:
			d.out.Raw(d.text.Slice(d.at, d.at+1))
			d.at++
		}
	}
}

var accessor = regexp.MustCompile(`^(\.[A-Za-z_][A-Za-z0-9_]*|\[[^\]\n]*\])+`)

// expression makes a word unknown as a whole, up to the next space outside of its brackets and quotes.
func (d *decoder) expression(word *shell.Word, start int) {
	for d.at < len(d.s) && strings.IndexByte(" \t\n\r;|)}", d.s[d.at]) < 0 {
		switch d.s[d.at] {
		case '(', '{', '[':
			d.at = balancedEnd(d.s, d.at)
		case '"', '\'':
			d.at = d.stringEnd()
		default:
			d.at++
		}
	}
	d.out, d.unknown = source.Builder{}, nil
	d.unknownPart(start, d.at)
	word.Multiple = true
}

// withoutEscapes reads \" as a quote. Windows PowerShell takes the quotes of an argument away unless they are written
// so; PowerShell 7.3 and later pass them on. What is meant is the same.
// https://learn.microsoft.com/powershell/scripting/learn/experimental-features#psnativecommandargumentpassing
func withoutEscapes(v shell.Value) shell.Value {
	s := v.Text.String()
	if !strings.Contains(s, `\"`) {
		return v
	}
	var b source.Builder
	out := shell.Value{}
	shift, next := 0, 0
	for at := 0; at < len(s); {
		for next < len(v.Unknown) && v.Unknown[next].Start <= at {
			u := v.Unknown[next]
			out.Unknown = append(out.Unknown, syntax.Span{Start: u.Start - shift, End: u.End - shift})
			b.Raw(v.Text.Slice(at, u.End))
			at = u.End
			next++
		}
		limit := len(s)
		if next < len(v.Unknown) {
			limit = v.Unknown[next].Start
		}
		i := strings.Index(s[at:limit], `\"`)
		if i < 0 {
			b.Raw(v.Text.Slice(at, limit))
			at = limit
			continue
		}
		b.Raw(v.Text.Slice(at, at+i))
		b.Put(`"`, v.Text.Slice(at+i, at+i+2))
		at += i + 2
		shift++
	}
	out.Text = b.Text()
	return out
}
