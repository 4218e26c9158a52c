package shell

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/source"
)

// Ways in which the shell takes a text. What a place can't hold is refused rather than quoted anew.
var (
	inSingleQuotes = source.NewLayer(func(s string) (string, bool) { return s, !strings.Contains(s, "'") })
	inDoubleQuotes = source.NewLayer(func(s string) (string, bool) { return escape(s, escapable[doubleQuoted]), true })
	unquotedWord   = source.NewLayer(func(s string) (string, bool) { return s, plainWord.MatchString(s) })
)

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_./:,@%+-]*$`)

// layer is how text is written in the given quotes; nil where that can't be told.
func (b *builder) layer(q quoting) *source.Layer {
	switch {
	case b.w.backquotes > 0:
		return nil
	case q == doubleQuoted:
		return inDoubleQuotes
	case q == singleQuoted:
		return inSingleQuotes
	case q <= unquotedValue:
		return unquotedWord
	}
	return b.document
}

// inDocument is how text is written in a here-document that ends at the given line.
func inDocument(q quoting, stop string) *source.Layer {
	return source.NewLayer(func(s string) (string, bool) {
		lines := strings.Split(s, "\n")
		ends := slices.ContainsFunc(lines, func(line string) bool { return strings.Trim(line, "\t\r") == stop })
		return escape(s, escapable[q]), s == "" || !ends
	})
}

func escape(s, special string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// own is the value of a variable as it may be edited where it was assigned: not if the script names the variable in
// a third place, which the edit would change too.
func (w *walker) own(name string, v *Value) *Value {
	const assignedAndUsed = 2
	if _, ok := w.mentions[name]; !ok {
		w.mentions[name] = len(regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).FindAllStringIndex(w.script(), assignedAndUsed+1))
	}
	if w.mentions[name] <= assignedAndUsed {
		return v
	}
	return &Value{Text: v.Text.Sealed(), Unknown: v.Unknown}
}
