package fix

import (
	"maps"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
)

// Check looks at all files with the texts, by absolute path, in the place of those on the disk.
type Check[R any] func(texts map[string][]byte) (Round[R], error)

// Round is what one check found.
type Round[R any] struct {
	Findings []diag.Diagnostic // in their total order
	Broken   map[string]int    // syntax errors by absolute path
	Result   R                 // the caller's own
}

// Outcome is what came of fixing.
type Outcome[R any] struct {
	Last   Round[R]                // of the texts as they are now
	Texts  map[string][]byte       // what changed, by absolute path
	Before map[string]*source.File // the files of Texts as they were
	Fixed  int                     // findings that were fixed
	Broke  []*source.File          // files in which a fix made a syntax error; they are left as they were before it
}

// maxRounds bounds how often is fixed what fixes brought up or had to leave.
const maxRounds = 10

// Settle checks and fixes until there is nothing more to fix. Nothing is written.
func Settle[R any](check Check[R], unsafe bool) (Outcome[R], error) {
	o := Outcome[R]{Texts: map[string][]byte{}, Before: map[string]*source.File{}}
	var err error
	if o.Last, err = check(nil); err != nil {
		return o, err
	}
	barred := map[string]bool{}
	for range maxRounds {
		edits, fixed := Plan(without(o.Last.Findings, barred), unsafe)
		if len(edits) == 0 {
			break
		}
		texts := maps.Clone(o.Texts)
		for f, edits := range edits {
			texts[f.Path] = f.Apply(edits)
		}
		next, err := check(texts)
		if err != nil {
			return o, err
		}
		broke := false
		for f := range edits {
			if next.Broken[f.Path] > o.Last.Broken[f.Path] {
				o.Broke, barred[f.Path], broke = append(o.Broke, f), true, true
			}
		}
		if broke {
			continue
		}
		for f := range edits {
			if o.Before[f.Path] == nil {
				o.Before[f.Path] = f
			}
		}
		o.Last, o.Texts, o.Fixed = next, texts, o.Fixed+fixed
	}
	return o, nil
}

func without(findings []diag.Diagnostic, barred map[string]bool) []diag.Diagnostic {
	if len(barred) == 0 {
		return findings
	}
	var kept []diag.Diagnostic
	for _, d := range findings {
		if f := d.File(); f != nil && !barred[f.Path] {
			kept = append(kept, d)
		}
	}
	return kept
}
