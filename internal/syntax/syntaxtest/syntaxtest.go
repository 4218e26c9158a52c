// Package syntaxtest holds what the tests of all parsers share: texts broken at random, and checks of places.
package syntaxtest

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

var mutations = flag.Int("mutations", 20_000, "how many broken texts to check; a tenth in short mode")

// Mutations breaks the seeds at random, always in the same way, with the tokens that mean something in the format, and
// has each text checked: 20,000 times, 2,000 in short mode, or as often as the flag -mutations says.
func Mutations(t *testing.T, seeds, tokens []string, check func(t *testing.T, text string)) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	times := *mutations
	if testing.Short() {
		times /= 10
	}
	for range times {
		text := mutate(random, seeds[random.IntN(len(seeds))], tokens)
		check(t, text)
		if t.Failed() {
			t.Fatalf("text: %q", text)
		}
	}
}

func mutate(random *rand.Rand, text string, tokens []string) string {
	for range 1 + random.IntN(4) {
		at := random.IntN(len(text) + 1)
		end := min(len(text), at+random.IntN(20))
		switch random.IntN(4) {
		case 0:
			text = text[:at] + text[end:]
		case 1:
			from := random.IntN(len(text) + 1)
			text = text[:at] + text[from:min(len(text), from+random.IntN(40))] + text[at:]
		default:
			text = text[:at] + tokens[random.IntN(len(tokens))] + text[at:]
		}
	}
	return text
}

// Text checks that every byte of a text has a place in its file, and that none lies before the one in front of it.
func Text(t *testing.T, text source.Text) {
	t.Helper()
	before := 0
	for at := range text.Len() {
		r := text.Range(at, at+1)
		Range(t, r)
		if r.Start < before {
			t.Fatalf("byte %d of %.200q is at %d, before %d", at, text.String(), r.Start, before)
		}
		before = r.Start
	}
}

// Range checks that a range lies in its file.
func Range(t *testing.T, r source.Range) {
	t.Helper()
	if r.File == nil || r.Start < 0 || r.Start > r.End || r.End > len(r.File.Bytes) {
		t.Fatalf("range %d-%d isn't inside of its file", r.Start, r.End)
	}
}

// Spans checks that spans are sorted, not empty, apart, and inside of a text.
func Spans(t *testing.T, text source.Text, spans []syntax.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > text.Len() {
			t.Fatalf("span %v of %.200q", s, text.String())
		}
		end = s.End
	}
}

// Marked shows a text with what is unknown of it in «».
func Marked(text source.Text, unknown []syntax.Span) string {
	s, at := text.String(), 0
	var b strings.Builder
	for _, u := range unknown {
		b.WriteString(s[at:u.Start] + "«" + s[u.Start:u.End] + "»")
		at = u.End
	}
	return b.String() + s[at:]
}

// AsWritten checks that a text is its own place in the file, as one is that had nothing decoded.
func AsWritten(t *testing.T, text source.Text) {
	t.Helper()
	for at := range text.Len() {
		if got := text.File().Bytes[text.Range(at, at+1).Start]; got != text.String()[at] {
			t.Fatalf("byte %d of %q is %q in the file", at, text.String(), got)
		}
	}
}
