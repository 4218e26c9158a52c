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
			parts[i] = hideIn(parts[i], secret)
		}
	}
	return strings.Join(parts, `"`)
}

// hideIn masks a secret in a quoted text. A short one is masked only where it stands for itself, as in a URL: a
// container may well be called ecs-deploy where somebody's password is deploy.
func hideIn(text, secret string) string {
	if len(secret) >= longSecret {
		return strings.ReplaceAll(text, secret, source.MaskText)
	}
	var b strings.Builder
	for {
		i := strings.Index(text, secret)
		if i < 0 {
			return b.String() + text
		}
		end := i + len(secret)
		alone := (i == 0 || strings.ContainsRune(aroundSecrets, rune(text[i-1]))) &&
			(end == len(text) || strings.ContainsRune(aroundSecrets, rune(text[end])))
		b.WriteString(text[:i])
		if alone {
			b.WriteString(source.MaskText)
		} else {
			b.WriteString(secret)
		}
		text = text[end:]
	}
}

const (
	longSecret    = 10
	aroundSecrets = " :@=/?&;,'"
)

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
	return secrets
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
