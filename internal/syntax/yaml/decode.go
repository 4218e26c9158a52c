package yaml

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// decoder reads the text of one scalar, as the library did, and keeps where each part of it came from.
type decoder struct {
	text  source.Text
	s     string // the masked text
	at    int    // what is read next
	out   source.Builder
	check strings.Builder // what out would be in the masked text
}

// raw appends the text from from to to as it is.
func (d *decoder) raw(from, to int) {
	if from < to {
		d.out.Raw(d.text.Slice(from, to))
		d.check.WriteString(d.s[from:to])
	}
}

// put appends what the text from from to to stands for.
func (d *decoder) put(decoded string, from, to int) {
	if decoded != "" {
		d.out.Put(decoded, d.text.Slice(from, to))
		d.check.WriteString(decoded)
	}
}

// result is what was read. Where it isn't what the library read, each part of that stands for the whole scalar.
func (d *decoder) result(value string, start, end int) source.Text {
	switch read := d.check.String(); {
	case read == value:
		if value == "" {
			return d.text.Slice(end, end)
		}
		return d.out.Text()
	case strings.HasPrefix(read, value): // a block scalar without the line breaks at its end
		return d.out.Text().Slice(0, len(value))
	}
	var b source.Builder
	b.Put(value, d.text.Slice(start, end))
	return b.Text()
}

// fold reads space with line breaks inside of a scalar: one break is a space, more are one break less.
func (d *decoder) fold() {
	start, breaks := d.at, 0
	last := d.at
	for d.at < len(d.s) && isSpace(d.s[d.at]) {
		if isBreak(d.s[d.at]) {
			last = d.at
			breaks++
			if strings.HasPrefix(d.s[d.at:], "\r\n") {
				d.at++
			}
		}
		d.at++
	}
	switch breaks {
	case 0:
		d.raw(start, d.at)
	case 1:
		d.put(" ", start, d.at)
	default:
		d.put(strings.Repeat("\n", breaks-1), min(start, last), d.at)
	}
}

// plain reads a plain scalar, which may go on over lines; what it holds tells where it ends.
func (d *decoder) plain(value string) {
	for d.check.Len() < len(value) && d.at < len(d.s) {
		if isSpace(d.s[d.at]) {
			d.fold()
			continue
		}
		start := d.at
		most := min(len(d.s), start+len(value)-d.check.Len())
		for d.at < most && !isSpace(d.s[d.at]) {
			d.at++
		}
		d.raw(start, d.at)
	}
}

// single reads a single-quoted scalar.
func (d *decoder) single() {
	d.at++
	for start := d.at; d.at < len(d.s); {
		switch c := d.s[d.at]; {
		case strings.HasPrefix(d.s[d.at:], "''"):
			d.raw(start, d.at)
			d.put("'", d.at, d.at+2)
			d.at += 2
			start = d.at
		case c == '\'':
			d.raw(start, d.at)
			d.at++
			return
		case isSpace(c):
			d.raw(start, d.at)
			d.fold()
			start = d.at
		default:
			d.at++
		}
	}
}
