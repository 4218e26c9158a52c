package lsp_test

import (
	"context"
	"errors"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/lsp"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

var words = regexp.MustCompile(`BAD|ODD|SLOW|PANIC|FAIL|PROJECT|LINKED|TYPO|RISKY`)

// check stands for the engine; what it finds are words in capitals.
func check(ctx context.Context, r lsp.CheckRequest) ([]diag.Diagnostic, error) {
	file := source.NewFile(filepath.Base(r.Path), r.Path, r.Text)
	var found []diag.Diagnostic
	for _, m := range words.FindAllIndex(r.Text, -1) {
		at := source.Range{File: file, Start: m[0], End: m[1]}
		switch string(r.Text[m[0]:m[1]]) {
		case "BAD": // a rule with a page
			found = append(found, diag.Diagnostic{
				Rule: "syntax-error", Severity: rules.Error, Message: "this is bad", Range: at,
				Help: "make it good", Notes: []string{"Bad things are not good."},
			})
		case "ODD": // an organisation's own rule, with other places
			found = append(found, diag.Diagnostic{
				Rule: "our-own", Severity: rules.Warning, Message: "this is odd", Range: at,
				Related: []diag.Related{{Range: file.Whole().Head(), Message: "it begins here"}, {Message: "nowhere"}},
			})
		case "PROJECT":
			found = append(found, diag.Diagnostic{
				Rule: "project", Severity: rules.Info, Message: "the project is " + r.Project, Range: source.Range{},
			})
		case "TYPO", "RISKY": // can be fixed
			word := string(r.Text[m[0]:m[1]])
			found = append(found, diag.Diagnostic{
				Rule: "our-own", Severity: rules.Info, Message: "this can be fixed", Range: at, Fixes: []diag.Fix{
					{Message: "remove it", Edits: []source.Edit{{Range: at}}},
					{Message: "spell it right", Safe: word == "TYPO", Edits: []source.Edit{{Range: at, New: "é" + word[:2]}}},
				},
			})
		case "LINKED":
			found = append(found, linked(at, r.Overlay)...)
		case "SLOW":
			<-ctx.Done()
			return nil, ctx.Err()
		case "PANIC":
			panic("the check broke")
		case "FAIL":
			return found, errors.New("the check failed")
		}
	}
	return found, nil
}

// linked says what the open buffers hold.
func linked(at source.Range, overlay map[string][]byte) []diag.Diagnostic {
	var found []diag.Diagnostic
	for path, text := range overlay {
		found = append(found, diag.Diagnostic{
			Rule: "linked", Severity: rules.Info, Message: filepath.Base(path) + " is " + string(text), Range: at,
		})
	}
	slices.SortFunc(found, func(a, b diag.Diagnostic) int { return len(a.Message) - len(b.Message) })
	return found
}
