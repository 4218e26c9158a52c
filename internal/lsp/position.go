package lsp

import "github.com/ecslint/ecslint/internal/source"

// encoding is the unit in which both sides count the characters of a line.
type encoding struct {
	name     string
	unit     source.Unit
	bomWidth int // units that a byte order mark takes: for the protocol it is text like any other
}

var (
	utf8Encoding  = encoding{encodingUTF8, source.UTF8, 3}
	utf16Encoding = encoding{encodingUTF16, source.UTF16, 1}
)

// position converts a byte offset of f.
func (e encoding) position(f *source.File, offset int) position {
	if offset < f.BOMRange().End {
		return position{}
	}
	p := f.Position(offset, e.unit)
	if p.Line == 1 && f.HasBOM() {
		p.Column += e.bomWidth
	}
	return position{Line: p.Line - 1, Character: p.Column - 1}
}

// offset converts a position to a byte offset of f; what lies beyond a line's end is clamped to that end.
func (e encoding) offset(f *source.File, p position) int {
	if p.Line == 0 && f.HasBOM() {
		if p.Character < e.bomWidth {
			return 0
		}
		p.Character -= e.bomWidth
	}
	return f.Offset(source.Position{Line: p.Line + 1, Column: p.Character + 1}, e.unit)
}

// rangeOf converts a range; that of a finding without a place is the start of the document.
func (e encoding) rangeOf(r source.Range) lspRange {
	if r.IsZero() {
		return lspRange{}
	}
	return lspRange{e.position(r.File, r.Start), e.position(r.File, r.End)}
}
