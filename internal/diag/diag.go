// Package diag holds findings. A finding doesn't know who found it or how it will be shown.
package diag

import (
	"cmp"
	"slices"
	"strings"

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
}

// Related is another place that the finding speaks of.
type Related struct {
	Range   source.Range
	Message string
}

// File is the file that the finding is in.
func (d *Diagnostic) File() *source.File { return d.Range.File }

// Mask replaces the secrets of the file in all texts of the finding.
func (d *Diagnostic) Mask() {
	secrets := secretsOf(d)
	if len(secrets) == 0 {
		return
	}
	hide := func(s string) string { return hideQuoted(s, secrets) }
	d.Message, d.Help, d.At, d.Object = hide(d.Message), hide(d.Help), hide(d.At), hide(d.Object)
	for i := range d.Notes {
		d.Notes[i] = hide(d.Notes[i])
	}
	for i := range d.Related {
		d.Related[i].Message = hide(d.Related[i].Message)
	}
}

// hideQuoted masks secrets between double quotes: what a finding quotes from the file stands there. Words of its
// own, such as password, may well be somebody's secret too; they stay.
func hideQuoted(s string, secrets []string) string {
	parts := strings.Split(s, `"`)
	for i := 1; i < len(parts); i += 2 {
		for _, secret := range secrets {
			parts[i] = strings.ReplaceAll(parts[i], secret, source.MaskText)
		}
	}
	return strings.Join(parts, `"`)
}

// shortSecret is the length up to which a secret is masked in snippets only: replacing "a" in every message
// would tell more than it hides.
const shortSecret = 3

func secretsOf(d *Diagnostic) []string {
	var secrets []string
	files := []*source.File{d.File()}
	for _, r := range d.Related {
		if !slices.Contains(files, r.Range.File) {
			files = append(files, r.Range.File)
		}
	}
	for _, f := range files {
		if f != nil {
			secrets = append(secrets, f.Secrets()...)
		}
	}
	return slices.DeleteFunc(secrets, func(s string) bool { return len(s) <= shortSecret })
}

// Sort puts findings into their total order: file, start, end, rule, message. It is the same however the
// work was divided.
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
		)
	})
}

func (d *Diagnostic) fileName() string {
	if d.Range.File == nil {
		return ""
	}
	return d.Range.File.Name
}
