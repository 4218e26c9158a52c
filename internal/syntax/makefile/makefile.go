// Package makefile reads the recipes of makefiles as the shell gets them. Variables of make that aren't constants are
// unknown spans of the text. Nothing is executed and no file is included.
package makefile

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Recipe is the script of one rule.
type Recipe struct {
	Text    source.Text
	Unknown []syntax.Span // sorted
}

// maxText bounds the size of a makefile, in bytes.
const maxText = 1 << 20

// Recipes gives the recipes in the order of the text; why says why there are none where that isn't plain.
func Recipes(t source.Text) (recipes []Recipe, why string) {
	if t.Len() > maxText {
		return nil, "a makefile of more than 1 MiB"
	}
	f := &file{text: t, s: t.String(), variables: map[string]*variable{}}
	f.read()
	if f.foreign != "" {
		return nil, f.foreign
	}
	for _, rule := range f.rules {
		recipes = append(recipes, f.recipe(rule))
	}
	return recipes, ""
}

// recipe is the script of a rule. Each line runs in a shell of its own, so that its variables don't reach the next one;
// the files that it writes do.
func (f *file) recipe(lines []syntax.Span) Recipe {
	e := &expander{file: f}
	for _, line := range lines {
		if !f.oneShell {
			e.mark("(:\n", line.Start)
		}
		e.recipeLine(line)
		e.mark("\n", line.End)
		if !f.oneShell {
			e.mark(")\n", line.End)
		}
	}
	return Recipe{e.out.Text(), e.unknown}
}

// mark appends text that no one wrote.
func (e *expander) mark(s string, at int) { e.out.PutRange(s, e.file.text.Range(at, at)) }

// recipeLine appends a line with what make takes away: the prefixes in front of it, the tabs of continued lines.
func (e *expander) recipeLine(line syntax.Span) {
	s := e.file.s
	at := line.Start
	for at < line.End && strings.IndexByte(" \t@-+", s[at]) >= 0 {
		at++
	}
	for at < line.End {
		end := line.End
		if i := strings.Index(s[at:line.End], "\\\n\t"); i >= 0 {
			end = at + i + len("\\\n")
		} else if i := strings.Index(s[at:line.End], "\\\r\n\t"); i >= 0 {
			end = at + i + len("\\\r\n")
		}
		e.expand(at, end)
		at = end
		if end < line.End {
			at++ // the tab
		}
	}
}
