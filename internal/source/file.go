// Package source holds the bytes of linted files and maps between the ways to name a place in them.
//
// The truth is always a byte offset (0-based) in the file as it lies on disk. Lines and columns are views of it.
package source

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is one file as it lies on disk, or as an editor holds it.
type File struct {
	Name  string // as shown to the user, slash separated
	Path  string // absolute; "" for standard input
	Bytes []byte

	encoding encoding
	bom      int // length of the byte order mark in bytes

	once   sync.Once
	starts []int // byte offset of each line's first byte
	ascii  bool  // every byte is one column, whatever a column counts

	masks maskSet
}

// Range is a half-open range of bytes of a file on disk. The zero Range is no place at all.
type Range struct {
	File       *File
	Start, End int
}

// IsZero reports whether r names no place.
func (r Range) IsZero() bool { return r.File == nil }

// Contains reports whether o lies within r.
func (r Range) Contains(o Range) bool {
	return r.File == o.File && r.Start <= o.Start && o.End <= r.End
}

// Head is the empty range at r's start.
func (r Range) Head() Range { return Range{r.File, r.Start, r.Start} }

// Tail is the empty range at r's end.
func (r Range) Tail() Range { return Range{r.File, r.End, r.End} }

// NewFile makes a file; name is shown to the user, path is absolute or empty.
func NewFile(name, path string, data []byte) *File {
	f := &File{Name: name, Path: path, Bytes: data}
	f.encoding, f.bom = detect(data)
	return f
}

// HasBOM reports a byte order mark at the start of the file.
func (f *File) HasBOM() bool { return f.bom > 0 }

// IsUTF16 reports a file in UTF-16 (known by its byte order mark).
func (f *File) IsUTF16() bool { return f.encoding != utf8Encoding }

// IsBinary reports a file that is no text: it has a NUL byte near its start and is not UTF-16.
func (f *File) IsBinary() bool {
	return !f.IsUTF16() && bytes.IndexByte(f.Bytes[:min(len(f.Bytes), 8000)], 0) >= 0
}

// BOMRange is the place of the byte order mark; empty when there is none.
func (f *File) BOMRange() Range { return Range{f, 0, f.bom} }

// Whole is the range of the content, without the byte order mark.
func (f *File) Whole() Range { return Range{f, f.bom, len(f.Bytes)} }

// Text is the content as UTF-8 without the byte order mark.
func (f *File) Text() Text {
	if f.IsUTF16() {
		return f.decodeUTF16()
	}
	n := len(f.Bytes) - f.bom
	return Text{s: string(f.Bytes[f.bom:]), from: &origin{file: f, segments: []segment{{0, n, f.bom, n, Verbatim}}}}
}

// Unit is what a column counts.
type Unit uint8

const (
	CodePoints Unit = iota // what people, terminals and SARIF count
	UTF16                  // what the language server protocol counts by default
	UTF8                   // bytes of the line in UTF-8
)

// Position is a line and a column, both 1-based.
type Position struct{ Line, Column int }

// Position converts a byte offset. Offsets beyond the file are clamped; one inside of a code point counts as its end.
func (f *File) Position(offset int, unit Unit) Position {
	starts := f.lineStarts()
	offset = max(f.bom, min(offset, len(f.Bytes)))
	line := sort.Search(len(starts), func(i int) bool { return starts[i] > offset }) - 1
	if f.ascii { // a file may be one long line with many findings
		return Position{line + 1, offset - starts[line] + 1}
	}
	if unit == CodePoints && !f.IsUTF16() {
		return Position{line + 1, utf8.RuneCount(f.Bytes[starts[line]:f.runeEnd(offset)]) + 1}
	}
	column := 0
	for at := starts[line]; at < offset; {
		r, size := f.runeAt(at)
		column += unit.width(r)
		at += size
	}
	return Position{line + 1, column + 1}
}

// Offset converts a position; a column beyond the end of its line is clamped to that end.
func (f *File) Offset(p Position, unit Unit) int {
	starts := f.lineStarts()
	if p.Line < 1 {
		return f.bom
	}
	if p.Line > len(starts) {
		return len(f.Bytes)
	}
	line := f.LineRange(p.Line)
	at, column := line.Start, 1
	for at < line.End && column < p.Column {
		r, size := f.runeAt(at)
		column += unit.width(r)
		at += size
	}
	return at
}

// Lines is the number of lines; a final line break begins one more, empty line.
func (f *File) Lines() int { return len(f.lineStarts()) }

// LineRange is the range of line n (1-based) without its line break.
func (f *File) LineRange(n int) Range {
	starts := f.lineStarts()
	n = max(1, min(n, len(starts)))
	end := len(f.Bytes)
	if n < len(starts) {
		end = starts[n]
	}
	for end > starts[n-1] {
		r, size := f.runeBefore(end)
		if r != '\n' && r != '\r' {
			break
		}
		end -= size
	}
	return Range{f, starts[n-1], end}
}

// Slice is the text of r as UTF-8, secrets included: for tests and edits, never for output.
func (f *File) Slice(r Range) string {
	var b strings.Builder
	for at := r.Start; at < r.End; {
		c, size := f.runeAt(at)
		b.WriteRune(c)
		at += size
	}
	return b.String()
}

func (f *File) lineStarts() []int {
	f.once.Do(func() {
		f.starts = []int{f.bom}
		f.ascii = !f.IsUTF16() && !bytes.ContainsFunc(f.Bytes[f.bom:], func(r rune) bool { return r >= utf8.RuneSelf })
		for at := f.bom; at < len(f.Bytes); {
			r, size := f.runeAt(at)
			at += size
			if r == '\r' && at < len(f.Bytes) {
				if next, n := f.runeAt(at); next == '\n' {
					at += n
				}
			}
			if r == '\n' || r == '\r' {
				f.starts = append(f.starts, at)
			}
		}
	})
	return f.starts
}

func (u Unit) width(r rune) int {
	switch {
	case u == UTF16 && r > 0xFFFF:
		return 2
	case u == UTF8:
		return max(1, utf8.RuneLen(r))
	}
	return 1
}
