package groovy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/groovy"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func steps(s string) ([]groovy.Step, int) {
	return groovy.Steps(source.NewFile("Jenkinsfile", "", []byte(s)).Text())
}

// dump shows the steps; what is unknown stands in «».
func dump(s string) string {
	list, unread := steps(s)
	var b strings.Builder
	for _, step := range list {
		b.WriteString(step.Name + "|" + syntaxtest.Marked(step.Text, step.Unknown) + ";")
	}
	if unread > 0 {
		fmt.Fprintf(&b, "unread %d", unread)
	}
	return b.String()
}

func TestSteps(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`sh 'aws ecs x $A'`, `sh|aws ecs x $A;`},
		{`sh "aws $A ${b.c} \$D \"e\" ${f {it}} $g.h"`, `sh|aws «$A» «${b.c}» $D "e" «${f {it}}» «$g.h»;`},
		{"sh '''\n  aws \\\n  x \\\\\n y\n'''", "sh|\n  aws   x \\\n y\n;"},
		{"sh \"\"\"\naws \"$A\"\n\"\"\"\nsh 'b'", "sh|\naws \"«$A»\"\n;sh|b;"},
		{`sh('a'); sh ( "b" )`, `sh|a;sh|b;`},
		{`x = sh(script: 'a', returnStdout: true).trim()`, `sh|a;`},
		{`sh(returnStdout: true, label: 'l', script: """a""")`, `sh|a;`},
		{"sh script: 'a', returnStatus: true\n", `sh|a;`},
		{`steps { sh 'a' }`, `sh|a;`},
		{"sh 'a' // c\n", `sh|a;`},
		{`sh 'it\'s \u00e9\t'`, "sh|it's é\t;"},
		{`powershell 'a'; pwsh("b")`, `powershell|a;pwsh|b;`},
		{`sh "a" + b`, `unread 1`},
		{`sh 'a'.stripIndent()`, `unread 1`},
		{`sh command`, `unread 1`},
		{`sh(script: x)`, `unread 1`},
		{`bat 'aws'`, `unread 1`},
		{"// sh 'a'\n/* sh 'b' */ x = \"sh 'c'\"", ``},
		{`push 'a'; x.sh 'b'; sha 'c'`, ``},
		{"sh 'a\nsh 'b'", `sh|a;sh|b;`},
	} {
		if got := dump(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	f := source.NewFile("Jenkinsfile", "", []byte(`sh "aws \"é\" ${X} \$Y"`))
	list, _ := groovy.Steps(f.Text())
	text := list[0].Text
	for part, written := range map[string]string{"aws": "aws", `"é"`: `\"é\"`, "${X}": "${X}", "$Y": `\$Y`} {
		at := strings.Index(text.String(), part)
		if got := f.Slice(text.Range(at, at+len(part))); got != written {
			t.Errorf("%s is at %q", part, got)
		}
	}
}

var seeds = []string{
	"pipeline {\n steps {\n  sh 'aws ecs x'\n  sh \"\"\"\n aws ${A} \\\n $B \\$C\n\"\"\"\n  def a = sh(script: '''x\\ty''', returnStdout: true).trim()\n } // c\n}\n",
	"/* x */ node { powershell label: 'l', script: \"a ${b { 'c' }} \\u00e9\"; bat('d'); sh x + 'e' }",
}

var tokens = []string{"'", "\"", "'''", "\"\"\"", "\\", "$", "${", "}", "{", "(", ")", "sh ", "sh(", "script: ", "//", "/*", "*/", "\n", "\r\n", "\\u00", "é", "\xff", "\x00", ",", "+"}

func check(t *testing.T, text string) {
	list, unread := steps(text)
	if unread < 0 {
		t.Fatal("unread")
	}
	for _, step := range list {
		if step.Text.Len() > 0 {
			syntaxtest.Text(t, step.Text)
		}
		syntaxtest.Spans(t, step.Text, step.Unknown)
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzSteps(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
