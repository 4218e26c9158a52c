package source_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
)

// masked is a file in which what stands in «» is secret.
func masked(text string) *source.File {
	f := source.NewFile("x", "", []byte(strings.NewReplacer("«", "", "»", "").Replace(text)))
	at := 0
	var open []int
	for _, r := range text {
		switch r {
		case '«':
			open = append(open, at)
		case '»':
			f.Mask(source.Range{File: f, Start: open[len(open)-1], End: at})
			open = open[:len(open)-1]
		default:
			at += len(string(r))
		}
	}
	return f
}

func TestShow(t *testing.T) {
	for _, test := range []struct{ text, shown string }{
		{"a: b", "a: b"},
		{"a: «secret», b", "a: ****, b"},
		{"«a»: «é😀»", "****: ****"},
		{"a«b«c»d»e", "a****e"},
		{"a««b»c»d", "a****d"},
		{"a«b»«c»d", "a****d"},
		{"a\tb\x00\x1b[31m\u0085\x7f", "a\tb\ufffd\ufffd[31m\ufffd\ufffd"},
		{"\xff", "\ufffd"},
		{"", ""},
	} {
		f := masked(test.text)
		if got := f.ShowText(1); got != test.shown {
			t.Errorf("%q is shown as %q, want %q", test.text, got, test.shown)
		}
		at := 0
		for _, cell := range f.Show(1) {
			if cell.Range.Start != at {
				t.Errorf("%q: a cell begins at %d, want %d", test.text, cell.Range.Start, at)
			}
			at = cell.Range.End
		}
		if at != len(f.Bytes) {
			t.Errorf("%q: the cells end at %d", test.text, at)
		}
	}
}

func TestShowOfSeveralLines(t *testing.T) {
	f := masked("a «b\r\nc\nd» e")
	if got := f.ShowText(1) + "|" + f.ShowText(2) + "|" + f.ShowText(3); got != "a ****|****|**** e" {
		t.Error(got)
	}
}

func TestMaskedText(t *testing.T) {
	f := masked("a«bc»d")
	whole := f.Text()
	var b source.Builder
	b.Raw(whole.Slice(0, 2))
	b.Put("X", whole.Slice(2, 3))
	b.Raw(whole.Slice(3, 4))
	for _, test := range []struct {
		text source.Text
		want string
	}{
		{whole, "a****d"}, {whole.Slice(2, 4), "****d"}, {whole.Slice(3, 4), "d"}, {b.Text(), "a****d"}, {source.NewFile("x", "", []byte("ab")).Text(), "ab"},
	} {
		if got := test.text.Masked(); got != test.want {
			t.Errorf("%q is masked as %q, want %q", test.text.String(), got, test.want)
		}
	}
}

func TestSecrets(t *testing.T) {
	f := masked("«a» «long one» «a» «»")
	if got := f.Secrets(); !slices.Equal(got, []string{"long one", "a"}) {
		t.Errorf("%q", got)
	}
}
