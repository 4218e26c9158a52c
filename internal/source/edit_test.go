package source_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
)

// doubled is a layer in which a quote is written twice, and which can't hold a line break.
var doubled = source.NewLayer(func(s string) (string, bool) {
	return strings.ReplaceAll(s, `'`, `''`), !strings.Contains(s, "\n")
})

// starred is a layer in which a star stands before each x.
var starred = source.NewLayer(func(s string) (string, bool) { return strings.ReplaceAll(s, "x", "*x"), true })

func rangeIn(f *source.File, part string) source.Range {
	at := strings.Index(string(f.Bytes), part)
	return source.Range{File: f, Start: at, End: at + len(part)}
}

func TestEncode(t *testing.T) {
	f := source.NewFile("x", "", []byte(`ab 'cd''ef' gh 'ij'kl`))
	var b source.Builder
	b.Layer(source.Verbatim)
	b.Raw(f.Text().Slice(0, 3)) // ab and a space
	b.Layer(doubled)
	b.Raw(f.Text().Slice(4, 6)) // cd
	b.Put("'", f.Text().Slice(6, 8))
	b.Raw(f.Text().Slice(8, 10)) // ef
	b.Layer(nil)
	b.Raw(f.Text().Slice(12, 14)) // gh
	b.PutRange("1", rangeIn(f, "kl"))
	b.PutRange("2", rangeIn(f, "kl"))
	text := b.Text()
	if text.String() != "ab cd'efgh12" {
		t.Fatal(text.String())
	}
	for _, test := range []struct {
		text      source.Text
		part, new string
		want      string // the file behind the edit; "" where it is refused
	}{
		{text, "b", "'\n", "a'\n 'cd''ef' gh 'ij'kl"},
		{text, "d", "it's", "ab 'cit''s''ef' gh 'ij'kl"},
		{text, "d''e", "", "ab 'cf' gh 'ij'kl"},
		{text, "d", "\n", ""},
		{text, "'", "x", ""},    // half of an escape
		{text, "b 'c", "x", ""}, // in and out of quotes
		{text, "'cd", "x", ""},  // the quote isn't in the text
		{text, "g", "x", ""},    // nobody said how
		{text, "kl", "x", ""},   // stands for more than itself
		{text, "ij", "x", ""},   // not in the text
		{text.Sealed(), "b", "", ""},
		{text.Sealed().In(starred), "b", "", ""},
		{text.In(source.Verbatim).Sealed(), "b", "", ""},
		{text.In(starred), "d", "x'", "ab 'c*x''''ef' gh 'ij'kl"},
		{text.In(starred).In(starred), "d", "x", "ab 'c**x''ef' gh 'ij'kl"},
		{text.Slice(3, 6), "d", "x", "ab 'cx''ef' gh 'ij'kl"},
		{text.Slice(3, 4), "d", "x", ""},
		{source.Text{}, "d", "x", ""},
	} {
		edit, ok := test.text.Encode(rangeIn(f, test.part), test.new)
		got := ""
		if ok {
			got = string(f.Apply([]source.Edit{edit}))
		}
		if got != test.want {
			t.Errorf("%s replaced by %q: %q, want %q", test.part, test.new, got, test.want)
		}
	}
	if _, ok := text.Encode(rangeIn(source.NewFile("y", "", []byte("b")), "b"), ""); ok {
		t.Error("the range of another file is edited")
	}
}

func TestEncodeInserts(t *testing.T) {
	f := source.NewFile("x", "", []byte("'ab''c'"))
	var b source.Builder
	b.Layer(doubled)
	b.Raw(f.Text().Slice(1, 3))
	b.Put("'", f.Text().Slice(3, 5))
	b.Raw(f.Text().Slice(5, 6))
	text := b.Text()
	for at, want := range []string{"", "", "'a''b''c'", "'ab''''c'", "", "'ab''''c'", "'ab''c'''", ""} {
		edit, ok := text.Encode(source.Range{File: f, Start: at, End: at}, "'")
		got := ""
		if ok {
			got = string(f.Apply([]source.Edit{edit}))
		}
		if got != want {
			t.Errorf("inserted at %d: %q, want %q", at, got, want)
		}
	}
}

func TestApplyInEachEncoding(t *testing.T) {
	const before, after = "a é 😀 b\r\nc", "[é😀] é  b\r\n"
	for name, encode := range encodings {
		f := source.NewFile("x", "", encode(before))
		at := func(part string) source.Range {
			i := strings.Index(before, part)
			return f.Text().Range(i, i+len(part))
		}
		got := f.Apply([]source.Edit{{Range: at("c")}, {Range: at("a"), New: "[é😀]"}, {Range: at("😀")}})
		if string(got) != string(encode(after)) {
			t.Errorf("%s: %q, want %q", name, got, encode(after))
		}
		whole := source.Range{File: f, Start: 0, End: len(f.Bytes)}
		if got := f.Apply([]source.Edit{{Range: whole, New: before}}); name != "utf-8" && string(got) != before {
			t.Errorf("%s: %q isn't in UTF-8", name, got)
		}
	}
}

// TestEncodeRandomly edits parts of texts that were put together in a known way: what is not refused changes that
// part of the text and nothing else when the file is read again in the same way.
func TestEncodeRandomly(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	edited := 0
	for range 20_000 {
		inner := randomQuoted(random)
		f := source.NewFile("x", "", []byte(written(inner)))
		text := unquote(f)
		a := random.IntN(text.Len() + 1)
		b := a + random.IntN(text.Len()-a+1)
		if a == b {
			continue
		}
		part := randomQuoted(random)
		edit, ok := text.Encode(text.Range(a, b), part)
		if !ok {
			continue
		}
		edited++
		again := unquote(source.NewFile("x", "", f.Apply([]source.Edit{edit})))
		if want := inner[:a] + part + inner[b:]; again.String() != want {
			t.Fatalf("%q, %d to %d replaced by %q: %q, want %q", inner, a, b, part, again.String(), want)
		}
	}
	if edited < 5_000 {
		t.Errorf("only %d edits", edited)
	}
}

func randomQuoted(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(6) {
		b.WriteByte("ab''"[random.IntN(4)])
	}
	return b.String()
}

func written(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// unquote reads what written wrote.
func unquote(f *source.File) source.Text {
	whole := f.Text()
	var b source.Builder
	b.Layer(doubled)
	s := whole.String()
	for at := 1; at < len(s)-1; at++ {
		if s[at] == '\'' {
			b.Put("'", whole.Slice(at, at+2))
			at++
		} else {
			b.Raw(whole.Slice(at, at+1))
		}
	}
	return b.Text()
}
