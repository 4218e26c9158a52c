package shell_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

// TestGivenUnknown reads scripts in which something else than the shell fills in what stands in «».
func TestGivenUnknown(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"aws «$(X Y)» a", "aws «$(X Y)»* a"},
		{"aws 'a-«$(X)»' \"«$(Y \")»\"", "aws a-«$(X)» «$(Y \")»"},
		{"aws «$X»«${Y}»b", "aws «$X${Y}»b"},
		{"A=«x»; aws $A $B", "aws «$A»* «$B»*"},
		{"aws <n «x»> {{ «y» }}", "aws «<n x>» «{{ y }}»*"},
	} {
		text, spans := unmarked(test.text)
		script := shell.Parse(source.NewFile("x.sh", "", []byte(text)).Text(), spans...)
		var words []string
		for _, w := range script.Commands[len(script.Commands)-1].Words {
			s := syntaxtest.Marked(w.Text, w.Unknown)
			if w.Multiple {
				s += "*"
			}
			words = append(words, s)
		}
		if got := strings.Join(words, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestGivenUnknownAnywhere(t *testing.T) {
	const text = "aws <a> {{ b }} \"$C\" 'd' <<E\ne\nE\n"
	for start := range len(text) + 1 {
		for end := start; end <= len(text)+1; end++ {
			shell.Parse(source.NewFile("x.sh", "", []byte(text)).Text(), syntax.Span{Start: start, End: end})
		}
	}
}

func unmarked(s string) (text string, spans []syntax.Span) {
	for {
		before, rest, found := strings.Cut(s, "«")
		text += before
		if !found {
			return text, spans
		}
		inside, behind, _ := strings.Cut(rest, "»")
		spans = append(spans, syntax.Span{Start: len(text), End: len(text) + len(inside)})
		text += inside
		s = behind
	}
}
