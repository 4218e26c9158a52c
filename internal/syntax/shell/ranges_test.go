package shell_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// TestRanges takes the last word of the last command of a script, finds a piece in its text, and compares the place
// of the piece in the file: the line, and the bytes there.
func TestRanges(t *testing.T) {
	for _, test := range []struct{ script, piece, want string }{
		{`a 'b c'`, "b c", "1: b c"},
		{`a "b \"c\" d"`, `"c"`, `1: \"c\"`},
		{`a "b \"c\" d"`, `c`, `1: c`},
		{`a 'it'\''s'`, "'", `1: \'`},
		{`a 'it'\''s'`, "s", `1: s`},
		{`a '[{"image":"'$IMG'"}]'`, "$IMG", "1: $IMG"},
		{"IMG=nginx\na '[{\"image\":\"'$IMG'\"}]'", "nginx", "2: $IMG"},
		{"IMG=nginx\na '[{\"image\":\"'$IMG'\"}]'", "gin", "2: $IMG"},
		{"IMG=nginx\na '[{\"image\":\"'$IMG'\"}]'", `"}]`, `2: "}]`},
		{"J='{\"image\":\"x:latest\"}'\na \"$J\"", "x:latest", "1: x:latest"},
		{"J='{\"image\":\"x:latest\"}'\nK=$J\na $K", "latest", "1: latest"},
		{"J=\"{\\\"image\\\":\\\"x:latest\\\"}\"\na \"$J\"", `"x:latest"`, `1: \"x:latest\"`},
		{"A=1\nJ=\"{$A,2}\"\na \"$J\"", "1", "2: $A"},
		{"A=1\nJ=\"{$A,2}\"\na \"$J\"", "2", "2: 2"},
		{"J=$(cat <<EOF\n{\"cpu\": $CPU,\n \"x\": \"y\"}\nEOF\n)\na \"$J\"", `"y"`, `3: "y"`},
		{"read -r -d '' J <<'EOF'\n{\n \"x\": \"y\"}\nEOF\na \"$J\"", `"y"`, `3: "y"`},
		{"A=(x 'y z')\na \"${A[@]}\"", "z", "1: z"},
		{"S='x y'\na $S", "y", "1: y"},
		{"a \\\n  b\\\nc", "bc", "2: b\\\nc"},
		{"ä=ö; a \"ü\\\"é\"", "é", "1: é"},
	} {
		file, script := parse(test.script)
		command := script.Commands[len(script.Commands)-1]
		text := command.Words[len(command.Words)-1].Text
		at := strings.LastIndex(text.String(), test.piece)
		if at < 0 {
			t.Errorf("%s: no %q in %q", test.script, test.piece, text.String())
			continue
		}
		if got := place(file, text.Range(at, at+len(test.piece))); got != test.want {
			t.Errorf("%s: %q is at %q, want %q", test.script, test.piece, got, test.want)
		}
	}
}

func place(file *source.File, r source.Range) string {
	return fmt.Sprintf("%d: %s", file.Position(r.Start, source.CodePoints).Line, file.Slice(r))
}

func TestWordAndCommandRanges(t *testing.T) {
	file, script := parse("X=1 aws 'a b' $X\"c\" \\\n  --d=<e> > f # g\r\nh\r\n")
	var got []string
	for _, c := range script.Commands {
		got = append(got, file.Slice(c.Range))
		for _, word := range c.Words {
			got = append(got, file.Slice(word.Range))
		}
	}
	want := "aws 'a b' $X\"c\" \\\n  --d=<e>|aws|'a b'|$X\"c\"|--d=<e>|h|h"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %q\nwant %q", s, want)
	}
}

// TestJSONInWords parses words as JSON and compares the places of its values.
func TestJSONInWords(t *testing.T) {
	for _, test := range []struct{ script, want string }{
		{`aws '[{"image":"'$IMG'","cpu":'"$CPU"'}]'`, `image ?"'$IMG'" cpu ?$CPU`},
		{`aws "[{\"image\":\"x:$TAG\",\"cpu\":256}]"`, `image ?\"x:$TAG\" cpu 256`},
		{"aws \"$(cat <<EOF\n[{\"image\":\"x\",\"cpu\":${CPU}}]\nEOF\n)\"", `image "x" cpu ?${CPU}`},
		{"CPU=256\naws '[{\"image\":\"x\",\"cpu\":'$CPU'}]'", `image "x" cpu $CPU`},
		{`aws '[{"image":"{{ x }}","cpu":<cpu>}]'`, `image ?"{{ x }}" cpu ?<cpu>`},
	} {
		file, script := parse(test.script)
		word := lastWord(script)
		root, problems := json.Parse(word.Text, word.Unknown...)
		var got []string
		root.Walk(func(n *syntax.Node) bool {
			for _, m := range n.Members {
				value := file.Slice(m.Value.Range)
				if m.Value.Kind == syntax.Unknown {
					value = "?" + value
				}
				got = append(got, m.Key.String()+" "+value)
			}
			return true
		})
		if s := strings.Join(got, " "); s != test.want || len(problems) > 0 {
			t.Errorf("%s\n got %s %v\nwant %s", test.script, s, problems, test.want)
		}
	}
}

func lastWord(script *shell.Script) shell.Word {
	for i := len(script.Commands) - 1; ; i-- {
		if c := script.Commands[i]; c.Words[0].Text.String() == "aws" {
			return c.Words[len(c.Words)-1]
		}
	}
}
