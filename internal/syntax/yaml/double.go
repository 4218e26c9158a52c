package yaml

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// double reads a double-quoted scalar.
func (d *decoder) double() {
	d.at++
	for start := d.at; d.at < len(d.s); {
		switch c := d.s[d.at]; {
		case c == '"':
			d.raw(start, d.at)
			d.at++
			return
		case c == '\\':
			d.raw(start, d.at)
			d.escape()
			start = d.at
		case isSpace(c):
			d.raw(start, d.at)
			d.fold()
			start = d.at
		default:
			d.at++
		}
	}
	d.at = min(d.at, len(d.s))
}

var simpleEscapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b",
	' ': " ", '"': `"`, '\'': "'", '\\': `\`, '/': "/", 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

var codeLengths = map[byte]int{'x': 2, 'u': 4, 'U': 8}

// escape reads a backslash with what it stands before.
func (d *decoder) escape() {
	start := d.at
	if d.at+1 >= len(d.s) {
		d.at = len(d.s)
		return
	}
	c := d.s[d.at+1]
	if decoded, ok := simpleEscapes[c]; ok {
		d.at += 2
		d.put(decoded, start, d.at)
		return
	}
	if length := codeLengths[c]; length > 0 && d.at+2+length <= len(d.s) {
		code, err := strconv.ParseUint(d.s[d.at+2:d.at+2+length], 16, 32)
		if err == nil && code <= utf8.MaxRune {
			d.at += 2 + length
			d.put(string(rune(code)), start, d.at)
			return
		}
	}
	d.at++
	if isBreak(c) {
		d.joinLines()
	}
}

// joinLines reads a line break behind a backslash, with the indentation of the next line: they stand for nothing, the
// empty lines behind them for line breaks.
func (d *decoder) joinLines() {
	start, breaks := d.at, 0
	for d.at < len(d.s) && isSpace(d.s[d.at]) {
		if isBreak(d.s[d.at]) {
			breaks++
			if strings.HasPrefix(d.s[d.at:], "\r\n") {
				d.at++
			}
		}
		d.at++
	}
	d.put(strings.Repeat("\n", max(0, breaks-1)), start, d.at)
}
