package secret

import (
	"math/bits"
	"strings"
)

// part is a text that is looked for.
type part struct {
	text    string
	anyCase bool // text is in lower case, and is found in whatever case
	hint    hint
}

// hint is what a part hints at.
type hint uint8

// parts are looked for at once, in one walk. Each has three bytes and more, and none begins by another.
type parts struct {
	list []part
	with [3][256]uint64 // the parts, a bit each, that may have a byte as their first, second or third
}

func newParts(lists ...[]part) *parts {
	p := &parts{}
	for _, list := range lists {
		p.list = append(p.list, list...)
	}
	for i, part := range p.list {
		for k := range p.with {
			c := part.text[k]
			p.with[k][c] |= 1 << i
			if part.anyCase && c >= 'a' && c <= 'z' {
				p.with[k][c-'a'+'A'] |= 1 << i
			}
		}
	}
	return p
}

// inAnyCase are parts, in lower case, that hint at the same.
func inAnyCase(h hint, texts ...string) []part {
	var list []part
	for _, text := range texts {
		list = append(list, part{text, true, h})
	}
	return list
}

// asWritten are parts that hint at the same.
func asWritten(h hint, texts ...string) []part {
	list := inAnyCase(h, texts...)
	for i := range list {
		list[i].anyCase = false
	}
	return list
}

// next is where the first part at or behind a place begins, and what it hints at; false where there is none.
func (p *parts) next(s string, from int) (at int, h hint, ok bool) {
	for i := from; i+2 < len(s); i++ {
		for may := p.with[0][s[i]] & p.with[1][s[i+1]] & p.with[2][s[i+2]]; may != 0; may &= may - 1 {
			part := &p.list[bits.TrailingZeros64(may)]
			if part.begins(s[i:]) {
				return i, part.hint, true
			}
		}
	}
	return 0, 0, false
}

func (p *part) begins(s string) bool {
	if p.anyCase {
		return len(s) >= len(p.text) && strings.EqualFold(s[:len(p.text)], p.text)
	}
	return strings.HasPrefix(s, p.text)
}
