package shell_test

import (
	"strings"
	"testing"
)

func TestBrokenScripts(t *testing.T) {
	for _, test := range []struct{ name, script, want, problem string }{
		{"stray parenthesis", "a\nb )\nc", "a\nc\n", `2: )`},
		{"unclosed if", "A=1\nif x; then\n  a $A\n  A=2\n  b \"$A\"\n", "a 1\nb «$A»\n", "2: if"},
		{"unclosed quote", "a\nb 'c d\ne\n", "a\n! b\n", "2: 'c"},
		{"unclosed here-document", "a\nb <<E c\nd\n", "a\n! b\n", "2: <<E"},
		{"in the middle of a command", "a --b \\\n  --c ) \\\n  --d\ne", "! a --b --d\ne\n", "2: )"},
		{"stray fi", "a\nfi\nb", "a\nb\n", "2: fi"},
		{"bad substitution", "a ${b c}\nd", "d\n", "1:  "},
		{"at the end", "a &&", "", "1: &&"},
		{"not UTF-8", "# \xff\na '\xe4'", "a \xe4\n", ""},
	} {
		file, script := parse(test.script)
		problem := ""
		if len(script.Problems) > 0 {
			problem = place(file, script.Problems[0].Range)
		}
		if got := dump(script.Commands); got != test.want || problem != test.problem {
			t.Errorf("%s: %q\n got %q %q\nwant %q %q", test.name, test.script, got, problem, test.want, test.problem)
		}
	}
}

// TestHugeScripts reads what is nested too deep, grows without bound or is too long.
func TestHugeScripts(t *testing.T) {
	const n = 30_000
	for _, script := range []string{
		strings.Repeat("(", n), strings.Repeat("$(", n), strings.Repeat("\"$(", n), strings.Repeat("{ ", n),
		strings.Repeat("if ", n), strings.Repeat("f()", n), strings.Repeat("while ", n), strings.Repeat("a|", n) + "a",
		strings.Repeat("a&&", n) + "a", "((" + strings.Repeat("-", n) + "1))", "((" + strings.Repeat("1+", n) + "1))",
		"[[ " + strings.Repeat("! ", n) + "a ]]", strings.Repeat("${a:-", n), strings.Repeat("`", n),
		strings.Repeat("a <<E\n", n), strings.Repeat("{a,", n), strings.Repeat("for i in x; do ", 500) + "a" + strings.Repeat("; done", 500),
		"X=0123456789\n" + strings.Repeat("X=\"$X$X\"\n", 100) + "a \"$X\"",
		"X=('a b')\n" + strings.Repeat("X+=(\"${X[@]}\")\n", 100) + "a \"${X[@]}\"",
		"X=" + strings.Repeat("x", n) + "\n" + strings.Repeat("a \"$X-\" \"$X\"\n", 1000),
		strings.Repeat("x", 2<<20), strings.Repeat("<<a<b>{{", n), strings.Repeat("a;", n), strings.Repeat("'", n+1),
		strings.Repeat(")\n", n), "f() { X=1; }\n" + strings.Repeat("f; a $X\n", n), strings.Repeat("a $X|", n) + "a",
		"X='" + strings.Repeat("x ", n) + "'\n" + strings.Repeat("a $X\n", 1000), strings.Repeat("cd x; echo > y;", n/2),
		strings.Repeat("X+=a\n", n),
	} {
		checkScript(t, script)
	}
}
