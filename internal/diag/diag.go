// Package diag holds findings. A finding doesn't know who found it or how it will be shown.
package diag

import (
	"cmp"
	"slices"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// Diagnostic is one finding. Its texts never hold a secret: Mask has been called before anyone else sees it.
type Diagnostic struct {
	Rule     string
	Severity rules.Severity
	Message  string // one sentence that stands alone, without a full stop
	Range    source.Range
	Object   string   // the object's label: its type and name, else its 1-based ordinal in the file
	At       string   // place within the object, "" for the object itself
	Help     string   // what to do, a verb phrase; "" when there is nothing to add
	Notes    []string // why it is so; whole sentences
	Related  []Related
	Fixes    []Fix // all of their edits are in the file of Range
}

// Related is another place that the finding speaks of.
type Related struct {
	Range   source.Range
	Message string
}

// File is the file that the finding is in.
func (d *Diagnostic) File() *source.File { return d.Range.File }

// Sort puts findings into their total order: file, start, end, rule, message. It is the same however the
// work was divided. Of the same finding that was made twice, the one that says more comes first.
func Sort(findings []Diagnostic) {
	slices.SortFunc(findings, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.fileName(), b.fileName()),
			cmp.Compare(a.Range.Start, b.Range.Start),
			cmp.Compare(a.Range.End, b.Range.End),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Object, b.Object),
			cmp.Compare(a.At, b.At),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(len(b.Fixes), len(a.Fixes)),
		)
	})
}

func (d *Diagnostic) fileName() string {
	if d.Range.File == nil {
		return ""
	}
	return d.Range.File.Name
}
