package fix_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
)

// letters finds the letters that stand for something to fix:
//
//	a, b  safe: becomes A, B
//	c     unsafe: becomes C; a safe alternative makes nothing of it
//	d     safe, with the two letters behind it: becomes D
//	l     safe and never done: becomes l again
//	x     safe, and breaks the text
func letters(f *source.File) fix.Round[string] {
	r := fix.Round[string]{Broken: map[string]int{f.Path: strings.Count(string(f.Bytes), "!")}, Result: string(f.Bytes)}
	for i, c := range string(f.Bytes) {
		at := source.Range{File: f, Start: i, End: i + 1}
		to := func(s string) []source.Edit { return []source.Edit{{Range: at, New: s}} }
		d := diag.Diagnostic{Rule: string(c), Range: at}
		switch c {
		case 'a', 'b':
			d.Fixes = []diag.Fix{{Edits: to("?")}, {Safe: true, Edits: to(strings.ToUpper(string(c)))}}
		case 'c':
			d.Fixes = []diag.Fix{{Edits: to("C")}, {Edits: to("?")}}
		case 'd':
			at.End += 2
			d.Fixes = []diag.Fix{{Safe: true, Edits: to("D")}}
		case 'l':
			d.Fixes = []diag.Fix{{Safe: true, Edits: to("l")}}
		case 'x':
			d.Fixes = []diag.Fix{{Safe: true, Edits: to("!")}}
		}
		r.Findings = append(r.Findings, d)
	}
	return r
}

func settle(text string, unsafe bool) (fix.Outcome[string], int) {
	rounds := 0
	out, _ := fix.Settle(func(texts map[string][]byte) (fix.Round[string], error) {
		rounds++
		now := text
		if changed, ok := texts["/f"]; ok {
			now = string(changed)
		}
		return letters(source.NewFile("f", "/f", []byte(now))), nil
	}, unsafe)
	return out, rounds
}

func TestSettle(t *testing.T) {
	for _, test := range []struct {
		text   string
		unsafe bool
		want   string
		fixed  int
		rounds int
		broke  int
	}{
		{"-", false, "-", 0, 1, 0},
		{"a-b", false, "A-B", 2, 2, 0},
		{"abc", false, "ABc", 2, 2, 0},
		{"abc", true, "ABC", 3, 2, 0},
		{"d--a", false, "DA", 2, 2, 0},
		{"dab", false, "D", 1, 2, 0},     // in each other's way: the first wins, the others are gone
		{"dda-b", false, "D-B", 2, 2, 0}, // the second d goes with the first
		{"a!", false, "A!", 1, 2, 0},     // broken before
		{"ax", false, "ax", 0, 2, 1},     // a fix that breaks: nothing of its round is kept
		{"l", false, "l", 10, 11, 0},
	} {
		out, rounds := settle(test.text, test.unsafe)
		if out.Last.Result != test.want || out.Fixed != test.fixed || rounds != test.rounds || len(out.Broke) != test.broke {
			t.Errorf("%q: %q after %d rounds, %d fixed, %d broken", test.text, out.Last.Result, rounds, out.Fixed, len(out.Broke))
		}
		if before := out.Before["/f"]; before != nil && string(before.Bytes) != test.text {
			t.Errorf("%q: was %q before", test.text, before.Bytes)
		}
	}
}

func TestSettleEndsWithAnError(t *testing.T) {
	stop := errors.New("stop")
	_, err := fix.Settle(func(texts map[string][]byte) (fix.Round[string], error) {
		if len(texts) > 0 {
			return fix.Round[string]{}, stop
		}
		return letters(source.NewFile("f", "/f", []byte("a"))), nil
	}, false)
	if !errors.Is(err, stop) {
		t.Error(err)
	}
}

func TestPlan(t *testing.T) {
	f, other := source.NewFile("f", "", []byte("abcdef")), source.NewFile("g", "", []byte("abcdef"))
	at := func(f *source.File, start, end int) source.Edit {
		return source.Edit{Range: source.Range{File: f, Start: start, End: end}}
	}
	for _, test := range []struct {
		name  string
		edits [][]source.Edit // of each finding
		want  int             // findings that are fixed
	}{
		{"apart", [][]source.Edit{{at(f, 0, 1)}, {at(f, 2, 3)}}, 2},
		{"side by side", [][]source.Edit{{at(f, 0, 1)}, {at(f, 1, 2)}}, 2},
		{"overlapping", [][]source.Edit{{at(f, 0, 2)}, {at(f, 1, 3)}}, 1},
		{"the same", [][]source.Edit{{at(f, 0, 2)}, {at(f, 0, 2)}}, 1},
		{"inserted twice", [][]source.Edit{{at(f, 1, 1)}, {at(f, 1, 1)}}, 1},
		{"inserted at the end of what is removed", [][]source.Edit{{at(f, 0, 1)}, {at(f, 1, 1)}}, 1},
		{"all of a fix or nothing", [][]source.Edit{{at(f, 2, 3)}, {at(f, 0, 1), at(f, 2, 4)}, {at(f, 0, 1)}}, 2},
		{"in the way of itself", [][]source.Edit{{at(f, 0, 2), at(f, 1, 3)}}, 0},
		{"another file", [][]source.Edit{{at(f, 0, 1), at(other, 0, 1)}}, 0},
	} {
		var findings []diag.Diagnostic
		for _, edits := range test.edits {
			findings = append(findings, diag.Diagnostic{Range: f.Whole(), Fixes: []diag.Fix{{Safe: true, Edits: edits}}})
		}
		if _, fixed := fix.Plan(findings, false); fixed != test.want {
			t.Errorf("%s: %d, want %d", test.name, fixed, test.want)
		}
	}
}
