package source

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

type encoding uint8

const (
	utf8Encoding encoding = iota
	utf16LittleEndian
	utf16BigEndian
)

func detect(data []byte) (encoding, int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return utf8Encoding, 3
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16LittleEndian, 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16BigEndian, 2
	}
	return utf8Encoding, 0
}

// runeAt decodes one code point; an invalid byte counts as one code point U+FFFD.
func (f *File) runeAt(at int) (rune, int) {
	if f.encoding == utf8Encoding {
		return utf8.DecodeRune(f.Bytes[at:])
	}
	first, size := f.unitAt(at)
	if utf16.IsSurrogate(first) {
		second, more := f.unitAt(at + size)
		if r := utf16.DecodeRune(first, second); more == 2 && r != utf8.RuneError {
			return r, 4
		}
		return utf8.RuneError, size
	}
	return first, size
}

// runeEnd is the end of the code point that offset lies inside of, in UTF-8; else offset itself.
func (f *File) runeEnd(offset int) int {
	for start := offset - 1; start >= max(0, offset-utf8.UTFMax+1); start-- {
		if utf8.RuneStart(f.Bytes[start]) {
			_, size := utf8.DecodeRune(f.Bytes[start:])
			return max(offset, start+size)
		}
	}
	return offset
}

func (f *File) runeBefore(end int) (rune, int) {
	if f.encoding == utf8Encoding {
		return utf8.DecodeLastRune(f.Bytes[:end])
	}
	return f.unitAt(end - 2)
}

// unitAt reads one UTF-16 unit; an odd last byte is one broken unit of size 1.
func (f *File) unitAt(at int) (rune, int) {
	if at < 0 || at >= len(f.Bytes) {
		return utf8.RuneError, 0
	}
	if at+1 == len(f.Bytes) {
		return utf8.RuneError, 1
	}
	if f.encoding == utf16BigEndian {
		return rune(binary.BigEndian.Uint16(f.Bytes[at:])), 2
	}
	return rune(binary.LittleEndian.Uint16(f.Bytes[at:])), 2
}

func (f *File) decodeUTF16() Text {
	var s strings.Builder
	var segments []segment
	for at := f.bom; at < len(f.Bytes); {
		r, size := f.runeAt(at)
		width, _ := s.WriteRune(r)
		segments = appendSegment(segments, segment{s.Len() - width, width, at, size, Verbatim})
		at += size
	}
	return Text{s: s.String(), from: &origin{file: f, segments: segments}}
}

// RuneSize is the number of bytes of the code point that begins at offset.
func (f *File) RuneSize(offset int) int {
	_, size := f.runeAt(offset)
	return size
}
