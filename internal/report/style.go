package report

import (
	"strings"
	"unicode"

	"github.com/ecslint/ecslint/rules"
)

// style colours text, or leaves it alone.
type style struct{ color, links bool }

const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
)

var severityColors = map[rules.Severity]string{rules.Error: red, rules.Warning: yellow, rules.Info: cyan}

func (s style) paint(code, text string) string {
	if !s.color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// link makes text clickable: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
func (s style) link(url, text string) string {
	if !s.links || url == "" {
		return text
	}
	return "\x1b]8;;" + url + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

// plain makes text safe to print: names and messages quote what stands in files. Line breaks become spaces.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unsafeRune(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// unsafeRune reports what steers a terminal, or reorders the text around it.
func unsafeRune(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
}
