package shell

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// builder puts a value together from parts of the script. Offsets are those of the script.
type builder struct {
	w        *walker
	out      source.Builder
	document *source.Layer // of the here-document that is being built
	unknown  []syntax.Span

	quoted   bool
	multiple bool
	literals bool // something other than unquoted expansions is in it
}

func (b *builder) value() Value { return Value{Text: b.out.Text(), Unknown: b.unknown} }

// raw appends a part of the script as it is written; placeholders in it are unknown.
func (b *builder) raw(from, to int) {
	if from >= to {
		return
	}
	start := b.out.Len()
	b.out.Raw(b.w.text.Slice(from, to))
	for _, m := range b.w.within(from, to) {
		b.markUnknown(start+max(m.Start, from)-from, start+min(m.End, to)-from)
	}
}

// unknownPart appends a part of the script that stands for something unknown.
func (b *builder) unknownPart(from, to int) {
	start := b.out.Len()
	b.raw(from, to)
	b.markUnknown(start, b.out.Len())
}

// decoded appends s, which is written as the part from from to to: an escape.
func (b *builder) decoded(s string, from, to int) { b.out.Put(s, b.w.text.Slice(from, to)) }

func (b *builder) markUnknown(start, end int) {
	if n := len(b.unknown); n > 0 && start <= b.unknown[n-1].End {
		b.unknown[n-1].End = max(end, b.unknown[n-1].End)
		return
	}
	if start < end {
		b.unknown = append(b.unknown, syntax.Span{Start: start, End: end})
	}
}

// maxSubstituted bounds the sum of all substituted texts of a script, in bytes: X="$X$X" doubles with each line.
const maxSubstituted = 8 << 20

// mappedCost is how much more a text costs that is mapped byte by byte.
const mappedCost = 16

// itemCost is the size of a word of an array that is copied into a command.
const itemCost = 256

// substitute appends the value of an expansion that is written from from to to. Alone in its word it keeps the map
// to its own origin. Among other parts each of its bytes stands for the whole expansion, so that ranges of the word
// don't lead out of it.
func (b *builder) substitute(v *Value, from, to int, alone bool) {
	cost := v.Text.Len()
	if !alone {
		cost *= mappedCost
	}
	if b.w.substituted += cost; b.w.substituted > maxSubstituted {
		b.unknownPart(from, to)
		return
	}
	start := b.out.Len()
	if alone {
		b.out.Layer(source.Verbatim)
		b.out.Raw(v.Text)
	} else {
		s, written := v.Text.String(), b.w.text.Range(from, to)
		for i := range len(s) {
			b.out.PutRange(s[i:i+1], written)
		}
	}
	for _, u := range v.Unknown {
		b.markUnknown(start+u.Start, start+u.End)
	}
}

// unquotedExpansion appends an expansion that the shell splits into fields and matches against files. Alone in its
// word, the splitting is left to the caller.
func (b *builder) unquotedExpansion(v *Value, from, to int, alone bool) {
	switch {
	case v == nil:
		b.unknownPart(from, to)
	case alone && v.Known() && !strings.ContainsAny(v.Text.String(), globs):
		b.substitute(v, from, to, true)
	case strings.ContainsAny(v.Text.String(), whitespace+globs):
		b.unknownPart(from, to)
		b.multiple = true
	default:
		b.substitute(v, from, to, alone)
	}
}

const (
	whitespace = " \t\n"
	globs      = "*?["
)
