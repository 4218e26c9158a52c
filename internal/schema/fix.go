package schema

import (
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// offer adds a fix, if it can be made: not every text can be edited.
func offer(d *diag.Diagnostic, message string, safe bool, edits []source.Edit) {
	if edits != nil {
		d.Fixes = append(d.Fixes, diag.Fix{Message: message, Safe: safe, Edits: edits})
	}
}

// replace puts a literal of JSON in the place of a scalar, which may be a key.
func replace(n *syntax.Node, literal string) []source.Edit {
	return fix.Replace(value.Root(n), literal)
}
