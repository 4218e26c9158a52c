package source

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// Edit replaces a range of a file. One that covers the byte order mark leaves the file in UTF-8.
type Edit struct {
	Range Range
	New   string // UTF-8, in the quotes and escapes of the place; the file's own encoding is applied with the edit
}

// Encode is the edit that puts s in the place of r, written as the text is written there. It is refused, by false,
// where that would lose anything: where r isn't a part of the text alone, as inside of a resolved variable, where it
// has several ways of writing in it, and where s can't be written.
func (t Text) Encode(r Range, s string) (Edit, bool) {
	layer := t.origin().layer.around(t.layerOver(r))
	if layer == nil {
		return Edit{}, false
	}
	written, ok := layer.encode(s)
	return Edit{r, written}, ok
}

// layerOver is the one layer of all segments in r; nil where there is none, or where r is no clean cut.
func (t Text) layerOver(r Range) *Layer {
	o := t.origin()
	if o.file == nil || r.File != o.file {
		return nil
	}
	var layer *Layer
	end := -1 // of the last segment in r
	for i := o.segmentBehind(t.base); i < len(o.segments) && o.segments[i].out < t.base+len(t.s); i++ {
		g := o.segments[i].cut(t.base, t.base+len(t.s))
		if !g.in(r) {
			continue
		}
		first := end < 0
		switch {
		case first && r.Start < g.src, !first && (g.src < end || g.layer != layer), !g.cutsAt(r.Start), !g.cutsAt(r.End):
			return nil
		}
		layer, end = g.layer, g.src+g.srcLen
	}
	if end < r.End {
		return nil
	}
	return layer
}

// in reports a segment that stands for a part of r; of an empty range, one at whose end it stands or that it is in.
func (g segment) in(r Range) bool {
	if r.Start == r.End {
		return g.src < r.Start && r.Start <= g.src+g.srcLen
	}
	return g.src < r.End && r.Start < g.src+g.srcLen
}

// cutsAt reports an offset that is outside of the segment, or between two bytes of its text.
func (g segment) cutsAt(src int) bool {
	d := src - g.src
	return d <= 0 || d >= g.srcLen || g.srcLen%g.outLen == 0 && d%(g.srcLen/g.outLen) == 0
}

// Apply gives the bytes of the file with the edits made. They are all in f and don't overlap.
func (f *File) Apply(edits []Edit) []byte {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b Edit) int { return a.Range.Start - b.Range.Start })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(out, f.Bytes[at:e.Range.Start]...)
		if e.Range.Start < f.bom {
			out = append(out, e.New...)
		} else {
			out = f.appendEncoded(out, e.New)
		}
		at = e.Range.End
	}
	return append(out, f.Bytes[at:]...)
}

func (f *File) appendEncoded(out []byte, s string) []byte {
	switch f.encoding {
	case utf16LittleEndian:
		for _, unit := range utf16.Encode([]rune(s)) {
			out = binary.LittleEndian.AppendUint16(out, unit)
		}
	case utf16BigEndian:
		for _, unit := range utf16.Encode([]rune(s)) {
			out = binary.BigEndian.AppendUint16(out, unit)
		}
	default:
		out = append(out, s...)
	}
	return out
}
