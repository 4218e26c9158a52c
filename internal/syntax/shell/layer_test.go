package shell_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// TestEncode puts a text in the place of X, through the last word of the script's last command, or through what that
// command reads.
func TestEncode(t *testing.T) {
	const quotes = `a "b" $c` + "`d`" + ` \e`
	for _, test := range []struct {
		name, script, new string
		want              string // "" where it is refused
	}{
		{"single quotes", `f 'a X b'`, quotes, `f 'a ` + quotes + ` b'`},
		{"single quotes hold none", `f 'a X b'`, "it's", ""},
		{"double quotes", `f "a X b"`, quotes, `f "a a \"b\" \$c` + "\\`d\\`" + ` \\e b"`},
		{"double quotes beside a variable", `f "$A X ${B}"`, `"`, `f "$A \" ${B}"`},
		{"line breaks in quotes", `f 'X'`, "a\nb", "f 'a\nb'"},
		{"no quotes", `f aXb`, "1.5:x", "f a1.5:xb"},
		{"no quotes, special", `f aXb`, "a b", ""},
		{"behind an equals sign", `f --a='X'`, `"`, `f --a='"'`},
		{"mixed quotes", `f 'a'"X"'b'`, `"`, `f 'a'"\""'b'`},
		{"an assigned variable", `A='{X}'` + "\n" + `f "$A"`, `"`, `A='{"}'` + "\n" + `f "$A"`},
		{"an assigned variable without quotes", `A='{X}'` + "\n" + `f $A`, `"`, `A='{"}'` + "\n" + `f $A`},
		{"a variable used twice", `A='{X}'` + "\n" + `echo "$A"; f "$A"`, `"`, ""},
		{"a variable named in braces elsewhere", `A='{X}'` + "\n" + `echo "${A:-1}"; f "$A"`, `"`, ""},
		{"a variable beside other text", `A='{X}'` + "\n" + `f "a $A"`, `"`, ""},
		{"an array", `A=('{X}')` + "\n" + `f "${A[@]}"`, `"`, `A=('{"}')` + "\n" + `f "${A[@]}"`},
		{"an array used twice", `A=('{X}')` + "\n" + `f "${A[@]}"; f "${A[@]}"`, `"`, ""},
		{"ANSI quotes", `f $'a X'`, `b`, ""},
		{"here-document", "f <<EOF\na X $b\nEOF\n", `$"\`, "f <<EOF\na \\$\"\\\\ $b\nEOF\n"},
		{"here-document in quotes", "f <<'EOF'\na X\nEOF\n", quotes, "f <<'EOF'\na " + quotes + "\nEOF\n"},
		{"here-document that would end", "f <<EOF\nX\nEOF\n", "a\nEOF\n", ""},
		{"here-document with tabs", "f <<-EOF\n\ta X\n\tEOF\n", "$", "f <<-EOF\n\ta \\$\n\tEOF\n"},
		{"here-string", `f <<<'X'`, "y", `f <<<'y'`},
		{"command in backquotes", "f `echo 'X'`", "y", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewFile("x.sh", "", []byte(test.script))
			script := shell.Parse(f.Text())
			last := script.Commands[len(script.Commands)-1]
			text := last.Words[len(last.Words)-1].Text
			if last.Stdin != nil {
				text = last.Stdin.Text
			}
			at := strings.Index(test.script, "X")
			edit, ok := text.Encode(source.Range{File: f, Start: at, End: at + 1}, test.new)
			got := ""
			if ok {
				got = string(f.Apply([]source.Edit{edit}))
			}
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}
