package markdown_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/markdown"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func TestBlocks(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"fence", "# Title\n\n```json\n{\n  \"a\": 1\n}\n```\nbehind", "json|Title|{\n  \"a\": 1\n}\n"},
		{"tildes", "~~~ Bash title=x\nls\n~~~", "bash||ls\n"},
		{"pandoc", "``` {.json .x}\n1\n```", "json||1\n"},
		{"right behind a paragraph", "Save as `td.json`:\n```json\n1\n```", "json|Save as `td.json`:|1\n"},
		{"list", "1. One\n\n   ```sh\n   aws \\\n     x\n   ```\n2. Two\n   ```\n   y\n   ```\n", "sh|One|aws \\\n  x\n;|Two|y\n"},
		{"quote", "> Note\n> ```\n> a\n>  b\n> ```", "|Note|a\n b\n"},
		{"list in quote", "> - x\n>\n>   ```json\n>   {}\n>   ```", "json|x|{}\n"},
		{"never closed", "text\n```json\n{\n\n\"a\"", "json|text|{\n\n\"a\""},
		{"indented", "Text:\n\n    aws ecs \\\n      list\n\ntext", "|Text:|aws ecs \\\n  list\n"},
		{"tabs", "Text:\n\n\taws\n", "|Text:|aws\n"},
		{"tab in a list", "- x\n\n\t```\n\ta\n\t```", "|x|a\n"},
		{"empty", "```json\n```", "json||"},
		{"in HTML", "<details>\n\n```json\n1\n```\n\n</details>", "json||1\n"},
		{"windows", "x\r\n```json\r\n{\r\n}\r\n```\r\n", "json|x|{\r\n}\r\n"},
		{"inline code is none", "Run `aws ecs list-tasks`.", ""},
		{"in front of another", "```\na\n```\n```\nb\n```", "||a\n;||b\n"},
	} {
		var got []string
		for _, b := range markdown.Blocks(source.NewFile("x.md", "", []byte(test.text)).Text()) {
			got = append(got, b.Language()+"|"+b.Caption+"|"+b.Text.String())
			syntaxtest.AsWritten(t, b.Text)
		}
		if joined := strings.Join(got, ";"); joined != test.want {
			t.Errorf("%s: %q, want %q", test.name, joined, test.want)
		}
	}
}

func TestByteOrderMarkAndUTF16(t *testing.T) {
	utf16 := []byte("\xff\xfe")
	for _, c := range "ä\n```\nö\n```" {
		utf16 = append(utf16, byte(c), 0)
	}
	for _, data := range [][]byte{[]byte("\ufeffä\n```\nö\n```"), utf16} {
		f := source.NewFile("x.md", "", data)
		blocks := markdown.Blocks(f.Text())
		if len(blocks) != 1 {
			t.Fatalf("%d blocks", len(blocks))
		}
		at := f.Position(blocks[0].Text.Whole().Start, source.CodePoints)
		if blocks[0].Text.String() != "ö\n" || at != (source.Position{Line: 3, Column: 1}) {
			t.Errorf("%q at %v", blocks[0].Text.String(), at)
		}
	}
}

// TestDeep checks that what is nested deep costs neither the stack nor the day.
func TestDeep(t *testing.T) {
	for _, unit := range []string{">", "> ", "- ", "1. ", "* > ", "[", "`", "<div>", "\t", "```\n"} {
		markdown.Blocks(source.NewFile("x.md", "", []byte(strings.Repeat(unit, 300_000/len(unit)))).Text())
	}
}

var seeds = []string{
	"# A\n\n1. One\n\n   ```json\n   {\"family\": \"a\"}\n   ```\n> ~~~ sh\n> aws ecs x\n> ~~~\n\n    aws ecs\n\n- a\n  - b\n\n    ```\n    c\n",
	"Text\r\n===\r\n```{.json}\r\n{}\r\n```\r\n<pre>\r\n| a | b |\r\n\tcode\r\n* * *\r\n[x]: y\r\n",
}

var tokens = []string{"```", "~~~", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "é", "\xff", "\x00", "<!--", "-->", "#", "=", "|", "\r\n", "\\", "`", "{", "&nbsp;"}

func check(t *testing.T, text string) {
	for _, b := range markdown.Blocks(source.NewFile("x.md", "", []byte(text)).Text()) {
		syntaxtest.Text(t, b.Text)
		_ = b.Language()
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzBlocks(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
