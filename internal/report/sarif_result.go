package report

import (
	"fmt"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// results turns findings into results.
type results struct {
	paths     *paths
	ruleIndex map[string]int
	hashes    map[*source.File]lineHashes
}

func newResults(p *paths, active []*rules.Rule) *results {
	r := &results{p, map[string]int{}, map[*source.File]lineHashes{}}
	for i, rule := range active {
		r.ruleIndex[rule.Name] = i
	}
	return r
}

func (r *results) of(d *diag.Diagnostic, fingerprint string) *sarif.Result {
	result := sarif.NewRuleResult(d.Rule).WithRuleIndex(r.ruleIndex[d.Rule]).WithLevel(levels[d.Severity])
	text := escapeLinks(sentence(d.Message))
	for i, related := range d.Related {
		if related.Range.IsZero() {
			continue
		}
		id := i + 1
		text += fmt.Sprintf(" See [%s](%d).", escapeBrackets(related.Message), id)
		result.AddRelatedLocation(r.location(related.Range).WithId(id).WithDescriptionText(escapeLinks(sentence(related.Message))))
	}
	if d.Help != "" {
		text += "\nHelp: " + escapeLinks(d.Help)
	}
	for _, note := range d.Notes {
		text += "\nNote: " + escapeLinks(note)
	}
	partial := map[string]any{"ecslintPath/v1": fingerprint}
	if hash, ok := r.lineHash(d.Range); ok {
		partial["primaryLocationLineHash"] = hash
	}
	result.AddLocation(r.location(d.Range))
	if fixes := r.fixes(d); fixes != nil {
		result.WithFix(fixes)
	}
	return result.WithMessage(sarif.NewTextMessage(text)).WithPartialFingerPrints(partial)
}

func (r *results) location(at source.Range) *sarif.Location {
	return sarif.NewLocation().WithPhysicalLocation(sarif.NewPhysicalLocation().
		WithArtifactLocation(r.artifact(at.File)).WithRegion(sarifRegion(at)))
}

func sarifRegion(at source.Range) *sarif.Region {
	g := regionOf(at)
	return sarif.NewRegion().
		WithStartLine(g.Start.Line).WithStartColumn(g.Start.Column).
		WithEndLine(g.End.Line).WithEndColumn(g.End.Column)
}

func (r *results) artifact(f *source.File) *sarif.ArtifactLocation {
	p := r.paths.of(f)
	if p.absolute != "" {
		return sarif.NewSimpleArtifactLocation(fileURI(p.absolute))
	}
	return sarif.NewSimpleArtifactLocation(uriPath(p.relative)).WithUriBaseId(srcRoot)
}

// lineHash is the hash by which GitHub follows the alert. Left out, the uploader computes it: so it is, where a
// short secret could be guessed from it.
func (r *results) lineHash(at source.Range) (string, bool) {
	line := regionOf(at).Start.Line
	if hashesSecret(at.File, line) {
		return "", false
	}
	hashes, ok := r.hashes[at.File]
	if !ok {
		hashes = hashLines(at.File.Bytes)
		r.hashes[at.File] = hashes
	}
	return hashes.of(line)
}

// escapeLinks keeps text from being read as [text](target): SARIF 2.1.0, 3.11.6.
func escapeLinks(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return escapeBrackets(s)
}

func escapeBrackets(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
}
