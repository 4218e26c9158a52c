package source

import (
	"sort"
	"strings"
)

// Text is a piece of text together with where each part of it came from: JSON inside a quoted shell word
// inside a heredoc still knows its bytes in the outer file. The zero Text is empty and has no place.
type Text struct {
	s    string
	base int     // where s begins in the segments' own coordinates
	from *origin // nil for a text without a place
}

// origin is where a text came from. All parts of the text have it in common.
type origin struct {
	file     *File
	segments []segment // sorted by out, without gaps
	layer    *Layer    // around what the segments say; nil for none
}

var nowhere origin

func (t Text) origin() *origin {
	if t.from == nil {
		return &nowhere
	}
	return t.from
}

// segment says that outLen bytes of text stand for srcLen bytes of the file. Where one length is a whole
// multiple of the other, the mapping inside is linear, else the segment is only mapped as a whole.
type segment struct {
	out, outLen, src, srcLen int
	layer                    *Layer // how new text is written there; nil where none can be
}

// String is the text itself.
func (t Text) String() string { return t.s }

// Len is the length of the text in bytes of UTF-8.
func (t Text) Len() int { return len(t.s) }

// File is the file that the text came from.
func (t Text) File() *File { return t.origin().file }

// Slice is the text from byte a to byte b of t.
func (t Text) Slice(a, b int) Text {
	t.s, t.base = t.s[a:b], t.base+a
	return t
}

// Range is the place in the file of the bytes a to b of the text.
func (t Text) Range(a, b int) Range {
	o := t.origin()
	if o.file == nil {
		return Range{}
	}
	start := o.start(t.base + a)
	if a == b {
		return Range{o.file, start, start}
	}
	return Range{o.file, start, o.end(t.base + b)}
}

// Whole is the place in the file of the whole text.
func (t Text) Whole() Range { return t.Range(0, len(t.s)) }

// start is the place in the file where the part of the text begins that begins at out.
func (o *origin) start(out int) int {
	i := o.segmentBehind(out)
	if i == len(o.segments) {
		if i == 0 {
			return 0
		}
		return o.segments[i-1].src + o.segments[i-1].srcLen
	}
	return o.segments[i].start(out)
}

// end is the place in the file where the part of the text ends that ends at out.
func (o *origin) end(out int) int {
	i := o.segmentBehind(out - 1)
	return o.segments[min(i, len(o.segments)-1)].end(out)
}

// segmentBehind is the number of the first segment that ends behind out.
func (o *origin) segmentBehind(out int) int {
	return sort.Search(len(o.segments), func(i int) bool { return o.segments[i].out+o.segments[i].outLen > out })
}

func (g segment) start(out int) int {
	if n, ok := g.linear(out - g.out); ok {
		return g.src + n
	}
	return g.src
}

func (g segment) end(out int) int {
	if n, ok := g.linear(out - g.out); ok {
		return g.src + n
	}
	return g.src + g.srcLen
}

func (g segment) linear(d int) (int, bool) {
	switch {
	case d <= 0:
		return 0, true
	case d >= g.outLen:
		return g.srcLen, true
	case g.srcLen%g.outLen == 0:
		return d * (g.srcLen / g.outLen), true
	}
	return 0, false
}

// cut is the part of g between the out offsets a and b.
func (g segment) cut(a, b int) segment {
	a, b = max(a, g.out), min(b, g.out+g.outLen)
	start, end := g.start(a), g.end(b)
	return segment{a, b - a, start, end - start, g.layer}
}

// appendSegment joins g with the last segment where both map at the same ratio without a gap.
func appendSegment(segments []segment, g segment) []segment {
	if g.outLen == 0 {
		return segments
	}
	if n := len(segments); n > 0 {
		p := &segments[n-1]
		touching := p.out+p.outLen == g.out && p.src+p.srcLen == g.src && p.layer == g.layer
		sameRatio := p.srcLen*g.outLen == g.srcLen*p.outLen && p.srcLen%p.outLen == 0 && g.srcLen%g.outLen == 0
		if touching && sameRatio {
			p.outLen += g.outLen
			p.srcLen += g.srcLen
			return segments
		}
	}
	return append(segments, g)
}

// Builder puts a text together from parts of other texts of one file. Maps compose: each part may
// itself have come out of quotes, escapes or a heredoc. What is built can be edited only where Layer said how.
type Builder struct {
	file     *File
	s        strings.Builder
	segments []segment
	layer    *Layer
	last     struct{ inner, outer, both *Layer }
}

// Raw appends t as it is.
func (b *Builder) Raw(t Text) {
	b.setFile(t)
	from, to := t.base, t.base+len(t.s)
	shift := b.s.Len() - from
	o := t.origin()
	for i := o.segmentBehind(from); i < len(o.segments) && o.segments[i].out < to; i++ {
		g := o.segments[i].cut(from, to)
		g.out += shift
		g.layer = b.within(o.layer.around(g.layer))
		b.segments = appendSegment(b.segments, g)
	}
	b.s.WriteString(t.s)
}

// Put appends s, which stands for the whole of from: a decoded escape, a resolved variable.
func (b *Builder) Put(s string, from Text) {
	b.setFile(from)
	r := from.Whole()
	b.segments = appendSegment(b.segments, segment{b.s.Len(), len(s), r.Start, r.End - r.Start, b.within(from.origin().layer.around(from.layerOver(r)))})
	b.s.WriteString(s)
}

// PutRange appends s, which stands for the range r. It can't be edited.
func (b *Builder) PutRange(s string, r Range) {
	if b.file == nil {
		b.file = r.File
	}
	b.segments = appendSegment(b.segments, segment{b.s.Len(), len(s), r.Start, r.End - r.Start, nil})
	b.s.WriteString(s)
}

// Len is the length of what was built so far, in bytes.
func (b *Builder) Len() int { return b.s.Len() }

// Text is what was built.
func (b *Builder) Text() Text {
	return Text{s: b.s.String(), from: &origin{file: b.file, segments: b.segments}}
}

func (b *Builder) setFile(t Text) {
	if b.file == nil {
		b.file = t.File()
	}
}
