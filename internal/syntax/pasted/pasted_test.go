package pasted_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/pasted"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func textOf(s string) source.Text { return source.NewFile("x.txt", "", []byte(s)).Text() }

func dump(pieces []pasted.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString([]string{"json", "command"}[p.Kind] + "|" + p.Caption + "|" + p.Text.String() + ";")
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"label and caption", "Cluster\nbash\n# Create\naws ecs create-cluster --cluster-name a\nNext", "command|# Create|aws ecs create-cluster --cluster-name a;"},
		{"continued", "aws ecs x \\\n--a b \\\n--c d\nText", "command||aws ecs x \\\n--a b \\\n--c d;"},
		{"quotes over lines", "aws ecs x --o '{\n\"a\": [\n1]\n}' \\\n--b \"c\nd\"\nText", "command||aws ecs x --o '{\n\"a\": [\n1]\n}' \\\n--b \"c\nd\";"},
		{"space behind a backslash", "aws ecs x \\  \n--a b\n", "command||aws ecs x \\\n--a b;"},
		{"substitution", "ARN=$(aws ecs run-task \\\n --cluster a \\\n --query \"x[?y=='(']\")\necho", "command||ARN=$(aws ecs run-task \\\n --cluster a \\\n --query \"x[?y=='(']\");"},
		{"pipe", "aws ecs x --a |\njq .\nText", "command||aws ecs x --a |\njq .;"},
		{"here-document", "$ aws ecs x --a <<EOF\nb: \"c\nEOF\n{ \"d\": 1 }\n", "command||aws ecs x --a <<EOF\nb: \"c\nEOF;json||{ \"d\": 1 };"},
		{"sentence", "aws ecs update-service restarts the tasks.\naws is a cloud", ""},
		{"sentence with a quote", "aws ecs x --name it's\naws ecs y --z", "command||aws ecs x --name it's;command||aws ecs y --z;"},
		{"comment", "aws ecs x --a # isn't it\nText", "command||aws ecs x --a # isn't it;"},
		{"prompt", "$ aws ecs x --a\n[root@h ~]# aws ecs y --b\nu@h:~/x$ aws ecs z --c", "command||aws ecs x --a;command||aws ecs y --b;command||aws ecs z --c;"},
		{"commented out", "# aws ecs x --a\n", ""},
		{"typeset", "aws ecs x --a “b”\naws ecs y –b c\n", ""},
		{"other shells", "aws ecs x `\n --a b\naws ecs y ^\n --a b", ""},
		{"json", "json\n// td.json — web\n{\n\"a\": {\"b\": \"}\"}, // }\n\"c\": [1]\n}\nbash", "json|// td.json — web|{\n\"a\": {\"b\": \"}\"}, // }\n\"c\": [1]\n};"},
		{"json list", "  [ {\"a\": 1},\n  {}]", "json||[ {\"a\": 1},\n  {}];"},
		{"never closed", "{\n\"a\": {\n}\n\naws ecs x --a", "command|}|aws ecs x --a;"},
		{"not json", "{ x }\n[link](y)\n[1] see\n{{ x }}", ""},
		{"fences of Markdown", "```json\n{\"a\": 1}\n```\n", "json||{\"a\": 1};"},
		{"windows", "aws ecs x \\\r\n--a b\r\nText\r\n", "command||aws ecs x \\\n--a b\r;"},
	} {
		pieces := pasted.Pieces(textOf(test.text), false)
		if got := dump(pieces); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		for _, p := range pieces {
			syntaxtest.AsWritten(t, p.Text)
		}
	}
}

func TestRootPrompt(t *testing.T) {
	const text = "# aws ecs x --a\noutput\n"
	if got := dump(pasted.Pieces(textOf(text), true)); got != "command||aws ecs x --a;" {
		t.Error(got)
	}
}

// TestNeverClosed checks that looking for ends that aren't there doesn't take forever.
func TestNeverClosed(t *testing.T) {
	for _, line := range []string{"{ \"a\":\n", "[ {\n", "aws ecs x --a 'b\n", "aws ecs x --a $(\n", "aws ecs x \\\n", "\"\n", "{ /*\n", "aws ecs x <<E\n"} {
		pasted.Pieces(textOf(strings.Repeat(line, 1<<20/len(line))), false)
	}
}

var seeds = []string{
	"Setup\njson\n// a.json\n{\n\"family\": \"a\", /* b */\n\"c\": [{\"d\": 1}]\n}\nbash\n# Register\naws ecs register-task-definition \\\n--cli-input-json '{\n\"a\": \"b\"\n}' \\  \n--tags \"x\ny\" # c\nText\n",
	"$ ARN=$(aws --region x ecs run-task --a \"$(b)\" | jq -r .x) &&\nfoo\r\n[u@h ~]# aws ecs y --b …\r\n",
}

var tokens = []string{"'", "\"", "\\", "\n", "\\\n", "{", "}", "[", "]", "(", ")", "$(", "#", "//", "/*", "*/", "aws ecs x --a ", "$ ", "{\"", "|", "&&", "é", "\xff", "\x00", "\r\n", "`", "…", "<<E\n", "E\n"}

func check(t *testing.T, text string) {
	for _, root := range []bool{false, true} {
		for _, p := range pasted.Pieces(textOf(text), root) {
			syntaxtest.Text(t, p.Text)
			if p.Text.Len() == 0 {
				t.Fatal("an empty piece")
			}
		}
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzPieces(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
