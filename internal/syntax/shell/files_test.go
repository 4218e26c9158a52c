package shell_test

import (
	"strings"
	"testing"
)

// TestFiles shows what is known of the files that the last command names.
func TestFiles(t *testing.T) {
	const read = "\naws x --cli-input-json file://td.json"
	for _, test := range []struct{ name, script, want string }{
		{"not written", read, ""},
		{"cat", "cat > td.json <<EOF\n{\"a\": $B}\nEOF" + read, `td.json: "{\"a\": «$B»}\n"`},
		{"literal", "cat <<'EOF' > td.json\n{\"a\": $B \\$ {{ x }}}\nEOF" + read, `td.json: "{\"a\": $B \\$ «{{ x }}»}\n"`},
		{"escapes", "cat > td.json <<EOF\n\\$a \\` \\\\ \\\" b\\\nc\nEOF" + read, "td.json: \"$a ` \\\\ \\\\\\\" bc\\n\""},
		{"tabs", "A=1; cat > td.json <<-EOF\n\t\ta\n\tb $A\n\tEOF" + read, `td.json: "a\nb 1\n"`},
		{"literal tabs", "cat > td.json <<-'EOF'\n\t\ta\n\tb $A\n\tEOF" + read, `td.json: "a\nb $A\n"`},
		{"tee", "tee td.json <<EOF >/dev/null\nx\nEOF" + read, `td.json: "x\n"`},
		{"piped to tee", "cat <<EOF | sudo tee td.json\nx\nEOF" + read, `td.json: "x\n"`},
		{"echo", "J='{}'; echo \"$J\" > td.json" + read, `td.json: "{}"`},
		{"printf", "printf '%s\\n' '{}' > td.json" + read, `td.json: "{}"`},
		{"here-string", "cat <<< '{}' > ./td.json" + read, `td.json: "{}"`},
		{"rewritten", "echo a > td.json; echo b > td.json" + read, `td.json: "b"`},
		{"appended", "echo a > td.json; echo b >> td.json" + read, `td.json: unknown`},
		{"edited", "echo a > td.json; sed -i s/a/b/ td.json" + read, `td.json: unknown`},
		{"read by sed", "echo a > td.json; sed s/a/b/ td.json; jq . td.json" + read, `td.json: "a"`},
		{"moved onto", "echo a > td.json; mv b td.json" + read, `td.json: unknown`},
		{"edited on disk", "sed -i s/a/b/ td.json" + read, `td.json: unknown`},
		{"copied from disk", "cp td.json b" + read, ``},
		{"copied over", "cp b td.json" + read, `td.json: unknown`},
		{"checked", "check-it td.json" + read, ``},
		{"fetched", "aws s3 cp s3://b/td.json td.json" + read, `td.json: unknown`},
		{"made by a command", "jq . x > td.json" + read, `td.json: unknown`},
		{"errors only", "echo a > td.json; x 2> td.json" + read, `td.json: unknown`},
		{"in a branch", "if x; then echo a > td.json; fi" + read, `td.json: unknown`},
		{"same branch", "if x; then echo a > td.json" + read + "\nfi", `td.json: "a"`},
		{"in a subshell", "(echo a > td.json)" + read, `td.json: "a"`},
		{"in a loop", "for i in 1 2; do echo $i > td.json; done" + read, `td.json: unknown`},
		{"before a call that writes it", "echo a > td.json; f() { echo b > td.json; }; f" + read, `td.json: unknown`},
		{"in a function", "f() { echo a > td.json;" + read + "\n}; f", `td.json: "a"`},
		{"by another function", "f() { echo a > td.json; }; g() { " + read + "\n}; f; g", `td.json: unknown`},
		{"another folder", "echo a > td.json; cd x" + read, `td.json: unknown`},
		{"absolute", "echo a > /tmp/x; cd y; aws --cli-input-json=fileb:///tmp/x", `/tmp/x: "a"`},
		{"variable name", "T=$(mktemp); echo a > \"$T\"; aws file://${T}", `«${T}»: "a"`},
		{"changed variable name", "T=$(mktemp); echo a > \"$T\"; T=$(mktemp); aws \"file://$T\"", `«$T»: unknown`},
		{"other substitution", "echo a > \"$(x)\"; aws \"file://$(x)\"", `«$(x)»: unknown`},
		{"positional name", "echo a > \"$1\"; shift; aws \"file://$1\"", `«$1»: unknown`},
		{"known name", "D=/tmp; echo a > $D/x; aws file:///tmp/x", `/tmp/x: "a"`},
		{"copied", "echo a > b; cat b > td.json" + read, `td.json: "a"`},
		{"empty", "cat > td.json <<EOF\nEOF" + read, `td.json: ""`},
		{"windows line ends", "cat > td.json <<EOF\r\n{}\r\nEOF\r" + read, `td.json: "{}\r\n"`},
	} {
		_, script := parse(test.script)
		got := ""
		for _, c := range script.Commands {
			if c.Words[0].Text.String() != "aws" {
				continue
			}
			for _, v := range c.Files {
				word := c.Words[len(c.Words)-1]
				_, shown, _ := strings.Cut(strings.ReplaceAll(marked(&word.Value), "fileb:", "file:"), "file://")
				if v == nil {
					got = shown + ": unknown"
				} else {
					got = shown + ": " + quoted(marked(v))
				}
			}
		}
		if got != test.want {
			t.Errorf("%s: %s\n got %s\nwant %s", test.name, test.script, got, test.want)
		}
	}
}

func quoted(s string) string {
	return `"` + strings.NewReplacer("\\", `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(s) + `"`
}

func TestFilesKeepPlaces(t *testing.T) {
	file, script := parse("f() {\n\tcat > td.json <<-EOF\n\t{\"a\":\n\t\"$B\\$c\"}\n\tEOF\n}\n")
	if len(script.Files) != 1 {
		t.Fatalf("%d files", len(script.Files))
	}
	written := script.Files[0]
	if written.Name != "td.json" || place(file, written.Range) != "2: td.json" {
		t.Errorf("%s at %s", written.Name, place(file, written.Range))
	}
	text := written.Writes.Text
	at := strings.Index(text.String(), `"$B$c"`)
	if got := place(file, text.Range(at, at+6)); got != `4: "$B\$c"` {
		t.Error(got)
	}
}

func TestStandardInput(t *testing.T) {
	_, script := parse("J='{}'\necho \"$J\" | aws a file:///dev/stdin\naws b <<EOF\nx\nEOF\ncurl y | aws c\naws d < z")
	want := "echo {}\naws a file:///dev/stdin <<< \"{}\"\naws b <<< \"x\\n\"\ncurl y\naws c\naws d\n"
	if got := dump(script.Commands); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
