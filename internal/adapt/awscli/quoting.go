package awscli

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// brokenBy tells what the shell breaks a JSON or shorthand value by, one of the constants of package ecs; "" where it
// doesn't, or where that isn't certain.
func (r *reader) brokenBy(o option) string {
	if !o.means.JSON || len(o.values) == 0 {
		return ""
	}
	first := o.values[0]
	switch {
	case first.Braces && r.expandsBraces(first.Range.File):
		return ecs.BrokenByBraces
	case quotesLost(first):
		return ecs.BrokenByQuotes
	case len(o.values) > 1 && first.Known() && unbalanced(first.Text.String()):
		return ecs.BrokenBySpaces
	}
	return ""
}

// bracesShell is the first line of a script whose shell expands {a,b}; a plain sh may or may not.
var bracesShell = regexp.MustCompile(`^#!\s*\S*/(env\s+)?(-S\s+)?(ba|k|z)sh\b`)

func (r *reader) expandsBraces(f *source.File) bool {
	line, _, _ := bytes.Cut(f.Bytes, []byte("\n"))
	return r.format == "shell" && bracesShell.Match(line)
}

// bareKey is the key of an object without its quotes.
var bareKey = regexp.MustCompile(`[{,]\s*[A-Za-z_][A-Za-z0-9_]*\s*:`)

// quotesLost reports JSON that is written with double quotes, of which the shell leaves none: "[{"name": ... or {"name": ...
// without quotes around it.
func quotesLost(word *shell.Word) bool {
	s := strings.TrimSpace(word.Text.String())
	if !isJSON(s) || strings.Contains(s, `"`) || !bareKey.MatchString(s) {
		return false
	}
	written := word.Range.File.Slice(word.Range)
	quotes := strings.Count(written, `"`) - strings.Count(written, `\"`)
	const outer = 2
	if strings.HasPrefix(written, `"`) {
		quotes -= outer
	}
	return quotes >= outer
}

// unbalanced reports the beginning of JSON that goes on in another word.
func unbalanced(s string) bool {
	_, open := json.Brackets(s)
	return open > 0 && isJSON(strings.TrimSpace(s))
}

func isJSON(s string) bool { return strings.HasPrefix(s, "{") || strings.HasPrefix(s, "[") }
