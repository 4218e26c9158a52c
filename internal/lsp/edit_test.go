package lsp

import (
	"testing"
	"unicode/utf16"
)

// FuzzApply compares an incremental change with the same change made on plain UTF-16 units.
func FuzzApply(f *testing.F) {
	f.Add("a😀b\r\nc\rd\n", "x", 0, 1, 0, 3)
	f.Add("\ufeffa\nb", "", 0, 0, 0, 1)
	f.Add("one\ntwo", "😀\n", 1, 99, 99, 0)
	f.Add("", "new", 0, 0, 0, 0)
	f.Add("a\r\n\r\nb", "\r", 1, 0, 2, 0)
	f.Fuzz(func(t *testing.T, text, inserted string, line1, char1, line2, char2 int) {
		text, inserted = valid(text), valid(inserted)
		start, end := position{line1, char1}, position{line2, char2}
		units := utf16.Encode([]rune(text))
		from, ok1 := unitOffset(units, start)
		to, ok2 := unitOffset(units, end)
		if !ok1 || !ok2 || from > to {
			utf16Encoding.apply(text, []contentChange{{&lspRange{start, end}, inserted}}) // must not panic
			return
		}
		want := string(utf16.Decode(units[:from])) + inserted + string(utf16.Decode(units[to:]))
		got := utf16Encoding.apply(text, []contentChange{{&lspRange{start, end}, inserted}})
		if got != want {
			t.Errorf("%q, %v to %v replaced by %q: %q, want %q", text, start, end, inserted, got, want)
		}
	})
}

// valid is text as a JSON decoder would give it.
func valid(s string) string { return string([]rune(s)) }

// unitOffset is the reference: it walks the units. False for a place that the protocol doesn't define: a negative
// one, or the middle of a surrogate pair.
func unitOffset(units []uint16, p position) (int, bool) {
	if p.Line < 0 || p.Character < 0 {
		return 0, false
	}
	at := 0
	for line := 0; line < p.Line; line++ {
		for at < len(units) && units[at] != '\n' && units[at] != '\r' {
			at++
		}
		if at == len(units) {
			return at, true
		}
		if units[at] == '\r' && at+1 < len(units) && units[at+1] == '\n' {
			at++
		}
		at++
	}
	for n := 0; n < p.Character && at < len(units) && units[at] != '\n' && units[at] != '\r'; n++ {
		at++
	}
	inPair := at > 0 && at < len(units) && units[at] >= 0xdc00 && units[at] < 0xe000
	return at, !inPair
}
