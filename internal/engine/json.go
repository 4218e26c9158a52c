package engine

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awsjson"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// readJSON says of an empty file that it is empty, not that a value is missing.
func readJSON(f *source.File) adapt.Result {
	if !f.IsUTF16() && len(bytes.TrimSpace(f.Bytes[f.Whole().Start:])) == 0 {
		return adapt.Result{
			Why:      "it is empty",
			Problems: []syntax.Problem{{Rule: json.SyntaxError, Range: f.Whole().Head(), Message: "the file is empty"}},
		}
	}
	return awsjson.Read(f)
}

// encoding reports what the AWS CLI doesn't read: its JSON has to be UTF-8 without a byte order mark.
func (u *unit) encoding() {
	var what, help string
	at := u.file.BOMRange()
	switch i := invalidUTF8(u.file); {
	case u.file.IsUTF16():
		what, help = "the file is UTF-16, as PowerShell's > writes it", "save the file as UTF-8 without a byte order mark"
	case u.file.HasBOM():
		what, help = "the file begins with a byte order mark (UTF-8)", "save the file as UTF-8 without a byte order mark"
	case i >= 0:
		at = source.Range{File: u.file, Start: i, End: i + 1}
		what, help = fmt.Sprintf("the byte 0x%X is not UTF-8", u.file.Bytes[i]), "save the file as UTF-8"
	default:
		return
	}
	u.problems = append(u.problems, syntax.Problem{
		Rule: "json-encoding", Range: at, Message: what + ": the AWS CLI can't read it as JSON", Help: help,
	})
}

// invalidUTF8 is the offset of the first byte that isn't UTF-8; -1 where all are.
func invalidUTF8(f *source.File) int {
	if f.IsUTF16() || utf8.Valid(f.Bytes) {
		return -1
	}
	at := 0
	for r, size := utf8.DecodeRune(f.Bytes); r != utf8.RuneError || size != 1; r, size = utf8.DecodeRune(f.Bytes[at:]) {
		at += size
	}
	return at
}
