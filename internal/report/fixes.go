package report

import (
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
)

type jsonFix struct {
	Message string     `json:"message"`
	Safe    bool       `json:"safe"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Range region `json:"range"`
	Text  string `json:"text"`
}

func jsonFixes(d *diag.Diagnostic) []jsonFix {
	fixes := make([]jsonFix, 0, len(d.Fixes))
	for _, f := range d.Fixes {
		fix := jsonFix{f.Message, f.Safe, []jsonEdit{}}
		if canTell(f) {
			for _, e := range f.Edits {
				fix.Edits = append(fix.Edits, jsonEdit{regionOf(e.Range), e.New})
			}
		}
		fixes = append(fixes, fix)
	}
	return fixes
}

func (r *results) fixes(d *diag.Diagnostic) []*sarif.Fix {
	var fixes []*sarif.Fix
	for _, f := range d.Fixes {
		if !canTell(f) {
			continue
		}
		change := sarif.NewArtifactChange(r.artifact(d.File()))
		for _, e := range f.Edits {
			change.WithReplacement(sarif.NewReplacement(sarifRegion(e.Range)).WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
		}
		fixes = append(fixes, sarif.NewFix().WithDescriptionText(sentence(f.Message)).WithArtifactChanges([]*sarif.ArtifactChange{change}))
	}
	return fixes
}

// canTell reports edits that lines and columns can tell, as they can't the byte order mark, and that hold no secret.
func canTell(f diag.Fix) bool {
	return !slices.ContainsFunc(f.Edits, func(e source.Edit) bool {
		return e.Range.Start < e.Range.File.BOMRange().End ||
			slices.ContainsFunc(e.Range.File.Secrets(), func(secret string) bool { return strings.Contains(e.New, secret) })
	})
}
