// Package terminal knows what a terminal makes of text: colours, links, columns, and what is not safe to print.
package terminal

import (
	"strings"
	"unicode"
)

// Style colours text, or leaves it alone.
type Style struct{ Color, Links bool }

// Codes of Paint.
const (
	Bold   = "1"
	Dim    = "2"
	Red    = "1;31"
	Green  = "1;32"
	Yellow = "1;33"
	Cyan   = "1;36"
)

// Paint writes text in a colour.
func (s Style) Paint(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// Link makes text clickable: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
func (s Style) Link(url, text string) string {
	if !s.Links || url == "" {
		return text
	}
	return "\x1b]8;;" + url + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

// Plain makes text safe to print: names and messages quote what stands in files. Line breaks become spaces.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case Unsafe(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// Unsafe reports what steers a terminal, or reorders the text around it.
func Unsafe(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}

// Cut shortens text to a number of columns.
func Cut(s string, width int) string {
	if Columns(s) <= width {
		return s
	}
	short := ""
	for _, r := range s {
		if Columns(short+string(r)) > width-2 {
			break
		}
		short += string(r)
	}
	return short + ".."
}
