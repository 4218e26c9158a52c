package secret

import (
	"strings"
	"unicode/utf8"
)

// parts are texts of two bytes and more by their first: whether any of them is in a text is seen in one walk.
type parts struct {
	begins [256]bool
	by     [256][]string
}

func newParts(texts ...string) *parts {
	p := &parts{}
	for _, text := range texts {
		first := text[0]
		p.begins[first] = true
		p.by[first] = append(p.by[first], text)
	}
	return p
}

// in reports that one of the parts is in s.
func (p *parts) in(s string) bool {
	for i := range len(s) {
		if !p.begins[s[i]] {
			continue
		}
		for _, part := range p.by[s[i]] {
			if strings.HasPrefix(s[i:], part) {
				return true
			}
		}
	}
	return false
}

// inLower reports that one of the parts, all of lower letters, is in s in whatever case.
func (p *parts) inLower(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf: // letters may have another length in lower case
			return p.in(strings.ToLower(s))
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		if !p.begins[c] {
			continue
		}
		for _, part := range p.by[c] {
			if len(s)-i >= len(part) && s[i+1]|0x20 == part[1] && strings.EqualFold(s[i:i+len(part)], part) {
				return true
			}
		}
	}
	return false
}
