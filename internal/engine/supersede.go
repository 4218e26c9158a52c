package engine

import (
	"slices"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
)

// supersede leaves one finding of one cause: it drops what a stronger rule names as weaker, and what is found about something
// that another rule says has no place there.
func supersede(findings []diag.Diagnostic) []diag.Diagnostic {
	type spot struct {
		rule string
		at   source.Range
	}
	weaker := map[spot]bool{}
	var unfit []diag.Diagnostic
	for _, d := range findings {
		rule, _ := catalog.Find(d.Rule)
		if rule.Unfit && !d.Whole.IsZero() {
			unfit = append(unfit, d)
		}
		for _, name := range rule.Supersedes {
			weaker[spot{name, d.Range}] = true
			for _, related := range d.Related {
				weaker[spot{name, related.Range}] = true
			}
		}
	}
	return slices.DeleteFunc(findings, func(d diag.Diagnostic) bool {
		return weaker[spot{d.Rule, d.Range}] || slices.ContainsFunc(unfit, func(outer diag.Diagnostic) bool { return makesMoot(outer, d) })
	})
}

// makesMoot reports a finding about something that goes with what the outer one finds unfit. One that is more severe stays: AWS
// may refuse it first.
func makesMoot(outer, d diag.Diagnostic) bool {
	if d.Rule == outer.Rule || d.Severity > outer.Severity {
		return false
	}
	same := d.Range == outer.Range
	if inner, _ := catalog.Find(d.Rule); same && inner.Unfit && d.Severity == outer.Severity {
		return outer.Rule < d.Rule // one of them has to stay
	}
	return same || outer.Whole.Contains(d.Range)
}
