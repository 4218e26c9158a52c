package fix

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// OfProblem are the fixes of what is wrong with a text.
func OfProblem(p syntax.Problem) []diag.Fix {
	var f diag.Fix
	switch {
	case p.Rule == encodingRule:
		f = ofEncoding(p.Range.File)
	case p.JSON == nil:
	case p.Rule == json.TrailingComma:
		f = diag.Fix{Message: "remove the comma", Safe: true, Edits: oneEdit(p.JSON, p.Range, "")}
	case p.Rule == json.Comment:
		f = diag.Fix{Message: "remove the comment", Edits: removeComment(p)}
	case p.Rule == json.DuplicateKey:
		f = removeEarlier(p)
	}
	if len(f.Edits) == 0 {
		return nil
	}
	return []diag.Fix{f}
}

// encodingRule is the host's rule about files that aren't UTF-8 without a byte order mark.
const encodingRule = "json-encoding"

// ofEncoding has no edits where the file holds what can't be decoded.
func ofEncoding(f *source.File) diag.Fix {
	edit := source.Edit{Range: f.BOMRange()}
	if f.IsUTF16() {
		edit = source.Edit{Range: source.Range{File: f, Start: 0, End: len(f.Bytes)}, New: f.Text().String()}
	}
	if !f.HasBOM() || strings.ContainsRune(edit.New, utf8.RuneError) {
		return diag.Fix{}
	}
	return diag.Fix{Message: "save the file as UTF-8 without a byte order mark", Safe: true, Edits: []source.Edit{edit}}
}

// removeEarlier removes the first of two members with the same key, which nobody reads.
func removeEarlier(p syntax.Problem) diag.Fix {
	for _, m := range p.Around.Members {
		if m.Key.Range == p.Related {
			return diag.Fix{
				Message: fmt.Sprintf("remove the earlier %q", m.Key.String()),
				Edits:   removeElements(p.Around, map[*syntax.Node]bool{m.Value: true}),
			}
		}
	}
	return diag.Fix{}
}

// removeComment removes a comment with its line where it has one of its own, else with the space before it.
func removeComment(p syntax.Problem) []source.Edit {
	f, r := p.Range.File, p.Range
	first := f.LineRange(f.Position(r.Start, source.CodePoints).Line)
	lastLine := f.Position(r.End, source.CodePoints).Line
	last := f.LineRange(lastLine)
	before := f.Slice(source.Range{File: f, Start: first.Start, End: r.Start})
	behind := f.Slice(source.Range{File: f, Start: r.End, End: max(r.End, last.End)})
	blanks := len(before) - len(strings.TrimRight(before, " \t"))
	wide := r
	switch {
	case is(behind, "") && blanks == len(before):
		wide.Start, wide.End = first.Start, len(f.Bytes)
		if lastLine < f.Lines() {
			wide.End = f.LineRange(lastLine + 1).Start
		}
	case is(behind, ""):
		wide.Start -= blanks * blankSize(f)
	}
	if edits := oneEdit(p.JSON, wide, ""); edits != nil {
		return edits
	}
	return oneEdit(p.JSON, r, "")
}

func blankSize(f *source.File) int {
	if f.IsUTF16() {
		return 2
	}
	return 1
}
