package makefile_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/makefile"
	"github.com/ecslint/ecslint/internal/syntax/shell"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func recipes(s string) ([]makefile.Recipe, string) {
	return makefile.Recipes(source.NewFile("Makefile", "", []byte(s)).Text())
}

// dump shows the recipes as one line each; what is unknown stands in «», what every line is wrapped in is left out.
func dump(list []makefile.Recipe) string {
	var b strings.Builder
	for i, r := range list {
		if i > 0 {
			b.WriteString(" ; ")
		}
		b.WriteString(syntaxtest.Marked(r.Text, r.Unknown))
	}
	return strings.TrimSuffix(strings.NewReplacer("(:\n", "", "\n)\n", "|").Replace(b.String()), "|")
}

func TestRecipes(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"prefixes", "a:\n\t@echo 1\n\t-@ echo 2\n\t+echo 3\n", "echo 1|echo 2|echo 3"},
		{"dollar", "a:\n\techo $$X $${Y} $$$$\n", "echo $X ${Y} $$"},
		{"unknown", "a:\n\techo $(X) '${Y}' $@ $< $(shell date +%s) $(Z:.c=.o)\n", "echo «$(X)» '«${Y}»' «$@» «$<» «$(shell date +%s)» «$(Z:.c=.o)»"},
		{"constant", "X := prod # comment\nY = $(X)-1\na:\n\techo $(X) ${Y}\n", "echo prod prod-1"},
		{"default", "X ?= prod\na:\n\techo $(X)\n", "echo «$(X)»"},
		{"twice", "X = a\nX = b\nY = c\na: Y = d\nZ = e\nZ += f\na:\n\techo $(X) $(Y) $(Z)\n", " ; echo «$(X)» «$(Y)» «$(Z)»"},
		{"in a branch", "ifeq ($(A),b)\nX = a\nendif\na:\n\techo $(X)\n", "echo «$(X)»"},
		{"behind a branch", "ifdef A\nelse\nendif\nX = a\na:\n\techo $(X)\n", "echo a"},
		{"branch in a recipe", "a:\n\techo 1\nifdef X\n\techo 2\nendif\n\techo 3\n", "echo 1|echo 2|echo 3"},
		{"include", "-include .env\nX = a\na:\n\techo $(X)\n", "echo «$(X)»"},
		{"eval", "X = a\na:\n\t$(eval X := b)\n\techo $(X)\n", "«$(eval X := b)»|echo «$(X)»"},
		{"before it is set", "Y := $(X)\nX := a\na:\n\techo $(Y) $(X)\n", "echo «$(Y)» a"},
		{"export", "export X = a\na:\n\techo $(X)\n", "echo a"},
		{"define", "define X\naws\n\techo no\nendef\na:\n\techo $(X)\n", "echo «$(X)»"},
		{"itself", "X = $(Y)\nY = $(X)\na:\n\techo $(X)\n", "echo «$(X)»"},
		{"continued", "a:\n\taws \\\n\t  x \\\n\t\ty\n\tz\n", "aws \\\n  x \\\n\ty|z"},
		{"behind a semicolon", "a: b ; echo $$X\n\techo 2\n", "echo $X|echo 2"},
		{"blank lines and comments", "a:\n\n\techo 1\n# c\n\n\techo 2\n", "echo 1|echo 2"},
		{"two rules", "a:\n\techo 1\nb c: d\n\techo 2\n", "echo 1| ; echo 2"},
		{"double colon", "a::\n\techo 1\n", "echo 1"},
		{"windows", "a:\r\n\techo 1 \\\r\n\t  2\r\nX=1\r\n", "echo 1 \\\r\n  2"},
		{"one shell", ".ONESHELL:\na:\n\tX=1\n\techo $$X\n", " ; X=1\necho $X\n"},
	} {
		list, why := recipes(test.text)
		if got := dump(list); got != test.want || why != "" {
			t.Errorf("%s: %q, want %q (%s)", test.name, got, test.want, why)
		}
	}
}

func TestForeign(t *testing.T) {
	for text, want := range map[string]string{
		"SHELL := python\na:\n\tx\n": "SHELL",
		".RECIPEPREFIX = >\na:\n>x":  ".RECIPEPREFIX",
	} {
		if list, why := recipes(text); len(list) > 0 || !strings.Contains(why, want) {
			t.Errorf("%q: %d recipes, %q", text, len(list), why)
		}
	}
	if list, _ := recipes("SHELL = /bin/bash -e\na:\n\tx\n"); len(list) != 1 {
		t.Error("bash is foreign")
	}
}

// TestShells checks that variables of the shell end with their line, and files don't.
func TestShells(t *testing.T) {
	list, _ := recipes("a:\n\tX=1; echo $$X\n\techo $$X\n\techo '{}' > a.json\n\tcat file://a.json $(")
	var got []string
	for _, c := range shell.Parse(list[0].Text, list[0].Unknown...).Commands {
		if c.Words[0].Text.String() == "echo" {
			got = append(got, c.Words[1].Text.String())
		}
		if _, ok := c.Files["a.json"]; c.Words[0].Text.String() == "cat" && !ok {
			t.Error("a file is lost")
		}
	}
	if s := strings.Join(got, " "); s != "1 $X {}" {
		t.Error(s)
	}
}

func TestPlaces(t *testing.T) {
	f := source.NewFile("Makefile", "", []byte("C = prod\na:\n\t@aws ecs x --a $(C) \\\n\t  --b $$Y --c 'é'\n"))
	list, _ := makefile.Recipes(f.Text())
	for _, c := range shell.Parse(list[0].Text, list[0].Unknown...).Commands {
		for _, w := range c.Words {
			written := f.Slice(w.Range)
			switch s := w.Text.String(); s {
			case "prod":
				s = "$(C)"
				fallthrough
			default:
				if want := strings.NewReplacer("$Y", "$$Y", "é", "'é'", ":", "").Replace(s); written != want {
					t.Errorf("%q is at %q", s, written)
				}
			}
		}
	}
}

func TestExplosion(t *testing.T) {
	var b strings.Builder
	for c := 'A'; c < 'Z'; c++ {
		b.WriteString(string(c) + " = " + strings.Repeat("$("+string(c+1)+")", 100) + "\n")
	}
	b.WriteString("Z =\na:\n" + strings.Repeat("\techo $(A)\n", 100))
	recipes(b.String())
}

var seeds = []string{
	"X := a\nY ?= $(X)-$(shell x)\ninclude b\nifdef X\nZ = 1\nendif\ndefine D\n\tx\nendef\na: b c ; aws\n\t@-aws ecs x --a $(X) \\\n\t  --b '$${Y}' $@\n\n# c\n\techo $$(aws y)\n",
	".ONESHELL:\nexport V=1\r\nt:: V = 2\r\n\taws $(if $(V),$(V),b) ${V}\r\n",
}

var tokens = []string{"$", "$$", "$(", ")", "${", "}", "\\\n", "\n", "\t", "\n\t", ":", "=", ":=", "?=", "#", "define X\n", "endef\n", "ifdef X\n", "endif\n", ";", "@", "é", "\xff", "\x00", "\r\n", "'", "(:"}

func check(t *testing.T, text string) {
	list, _ := recipes(text)
	for _, r := range list {
		if r.Text.Len() == 0 {
			continue
		}
		syntaxtest.Text(t, r.Text)
		syntaxtest.Spans(t, r.Text, r.Unknown)
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzRecipes(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
