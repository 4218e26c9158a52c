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
	Whole    source.Range // what stands there with all that it holds; zero where nothing does
	Object   string       // the object's label: its type and name, else its 1-based ordinal in the file
	At       string       // place within the object, "" for the object itself
	Reads    []string     // places that decided it besides At, where its rule tells them; not shown
	Help     string       // what to do, a verb phrase; "" when there is nothing to add
	Notes    []string     // why it is so; whole sentences
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

// UsedAt points at where the value is used that the finding's range is the definition of; a zero range is none.
func (d *Diagnostic) UsedAt(use source.Range) {
	if !use.IsZero() {
		d.Related = append(d.Related, Related{Range: use, Message: "it is used here"})
	}
}

// Reword changes all texts that the finding is told in.
func (d *Diagnostic) Reword(change func(string) string) {
	d.Message, d.Help = change(d.Message), change(d.Help)
	for i := range d.Notes {
		d.Notes[i] = change(d.Notes[i])
	}
	for i := range d.Related {
		d.Related[i].Message = change(d.Related[i].Message)
	}
	for i := range d.Fixes {
		d.Fixes[i].Message = change(d.Fixes[i].Message)
	}
}

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
