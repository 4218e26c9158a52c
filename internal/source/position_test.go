package source_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/source"
)

var allUnits = []source.Unit{source.CodePoints, source.UTF16, source.UTF8}

func widthIn(unit source.Unit, s string) int {
	switch unit {
	case source.UTF16:
		return len(utf16.Encode([]rune(s)))
	case source.UTF8:
		return len(s)
	}
	return utf8.RuneCountInString(s)
}

func TestPositions(t *testing.T) {
	const text = "{\r\n\t\"é😀\": 1,\n\r\"b\r\n\n한\x00z"
	lines := []string{"{", "\t\"é😀\": 1,", "", "\"b", "", "한\x00z"}
	for name, encode := range encodings {
		f := source.NewFile("x", "", encode(text))
		if f.Lines() != len(lines) {
			t.Fatalf("%s: %d lines, want %d", name, f.Lines(), len(lines))
		}
		for i, line := range lines {
			r := f.LineRange(i + 1)
			if got := f.Slice(r); got != line {
				t.Errorf("%s: line %d is %q, want %q", name, i+1, got, line)
			}
			at := r.Start
			for n := range line + "$" {
				for _, unit := range allUnits {
					want := source.Position{Line: i + 1, Column: 1 + widthIn(unit, line[:n])}
					if got := f.Position(at, unit); got != want {
						t.Errorf("%s: offset %d is at %v, want %v (unit %d)", name, at, got, want, unit)
					}
					if got := f.Offset(want, unit); got != at {
						t.Errorf("%s: %v is offset %d, want %d (unit %d)", name, want, got, at, unit)
					}
				}
				if n < len(line) {
					at += f.RuneSize(at)
				}
			}
		}
	}
}

func TestPositionsOutside(t *testing.T) {
	f := source.NewFile("x", "", []byte("\ufeffab\nc"))
	for _, test := range []struct {
		position source.Position
		offset   int
	}{
		{source.Position{Line: 0, Column: 5}, 3}, {source.Position{Line: 1, Column: 0}, 3}, {source.Position{Line: 1, Column: 99}, 5},
		{source.Position{Line: 2, Column: 1}, 6}, {source.Position{Line: 9, Column: 1}, 7},
	} {
		if got := f.Offset(test.position, source.UTF16); got != test.offset {
			t.Errorf("%v is offset %d, want %d", test.position, got, test.offset)
		}
	}
	first, last := source.Position{Line: 1, Column: 1}, source.Position{Line: 2, Column: 2}
	if f.Position(-5, source.CodePoints) != first || f.Position(1, source.UTF8) != first || f.Position(99, source.UTF16) != last {
		t.Error("offsets outside of the file aren't clamped")
	}
	if f.LineRange(0) != f.LineRange(1) || f.LineRange(99) != f.LineRange(2) {
		t.Error("lines outside of the file aren't clamped")
	}
}

// TestOffsetsInsideOfRunes checks that columns never go back, whatever the offset.
func TestOffsetsInsideOfRunes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		checkPositions(t, encodings["utf-8"](randomText(random, 12)))
		checkPositions(t, encodings["utf-16be"](randomText(random, 12)))
		broken := make([]byte, random.IntN(20))
		for i := range broken {
			broken[i] = "a\n\r\xff\xc3\xa9\xf0\x9f\x98\x80\xed\xa0\x00"[random.IntN(13)]
		}
		checkPositions(t, broken)
		checkPositions(t, append([]byte("\xff\xfe"), broken...))
	}
}

func checkPositions(t *testing.T, data []byte) {
	t.Helper()
	f := source.NewFile("x", "", data)
	for _, unit := range allUnits {
		before := source.Position{Line: 1, Column: 1}
		for offset := 0; offset <= len(data); offset++ {
			p := f.Position(offset, unit)
			if p.Line < before.Line || p.Line == before.Line && p.Column < before.Column {
				t.Fatalf("%q: offset %d goes back from %v to %v (unit %d)", data, offset, before, p, unit)
			}
			before = p
			back := f.Offset(p, unit)
			if again := f.Position(back, unit); back > len(data) || again.Line != p.Line {
				t.Fatalf("%q: offset %d is at %v, which is offset %d, at %v (unit %d)", data, offset, p, back, again, unit)
			}
		}
	}
}

func FuzzPositions(f *testing.F) {
	f.Add([]byte("a\r\né😀\xff"))
	f.Add([]byte("\xfe\xff\xd8\x3d\xde\x00\x00\n\x00"))
	f.Fuzz(checkPositions)
}

func TestKindsOfFiles(t *testing.T) {
	for _, test := range []struct {
		data               string
		bom, utf16, binary bool
	}{
		{"", false, false, false},
		{"{}", false, false, false},
		{"\xef\xbb\xbf{}", true, false, false},
		{"\xff\xfe{\x00", true, true, false},
		{"\xfe\xff\x00{", true, true, false},
		{"a\x00b", false, false, true},
		{strings.Repeat("a", 9000) + "\x00", false, false, false},
	} {
		f := source.NewFile("x", "", []byte(test.data))
		if f.HasBOM() != test.bom || f.IsUTF16() != test.utf16 || f.IsBinary() != test.binary {
			t.Errorf("%.10q: %v %v %v", test.data, f.HasBOM(), f.IsUTF16(), f.IsBinary())
		}
		if f.BOMRange().End != f.Whole().Start || f.Whole().End != len(test.data) {
			t.Errorf("%.10q: the byte order mark and the content don't meet", test.data)
		}
	}
}
