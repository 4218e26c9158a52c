package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/aymanbagabas/go-udiff"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Diff is the unified diff between two states of a file. As in all output, secrets are masked, and so is what steers a
// terminal; another encoding, which shows in no line, is said before the first line.
func Diff(before, after *source.File) string {
	var b strings.Builder
	if was, is := encodingOf(before), encodingOf(after); was != is {
		fmt.Fprintf(&b, "# %s: %s becomes %s\n", terminal.Plain(before.Name), was, is)
	}
	b.WriteString(udiff.Unified(terminal.Plain(before.Name), terminal.Plain(after.Name), linesOf(before), linesOf(after)))
	return b.String()
}

func encodingOf(f *source.File) string {
	switch {
	case f.IsUTF16():
		return "UTF-16"
	case f.HasBOM():
		return "UTF-8 with a byte order mark"
	}
	return "UTF-8"
}

func linesOf(f *source.File) string {
	return strings.Map(func(r rune) rune {
		if terminal.Unsafe(r) && r != '\n' && r != '\r' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, f.Text().Masked())
}
