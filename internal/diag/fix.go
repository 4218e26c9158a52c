package diag

import "github.com/ecslint/ecslint/internal/source"

// Fix is one way to make a finding go away: edits of the file that the finding is in. Several fixes of a finding are
// alternatives.
type Fix struct {
	Message string // a verb phrase, as in remove the comma
	Safe    bool   // it can't change what was meant: applied without asking
	Edits   []source.Edit
}

// FixBy is the fix that is applied: the first safe one, else, where unsafe ones are allowed, the first; nil when
// there is none.
func (d *Diagnostic) FixBy(unsafe bool) *Fix {
	for i := range d.Fixes {
		if d.Fixes[i].Safe {
			return &d.Fixes[i]
		}
	}
	if unsafe && len(d.Fixes) > 0 {
		return &d.Fixes[0]
	}
	return nil
}
