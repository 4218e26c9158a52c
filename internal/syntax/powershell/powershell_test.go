package powershell_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/powershell"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

func parse(s string) *powershell.Script {
	return powershell.Parse(source.NewFile("x.ps1", "", []byte(s)).Text())
}

// dump shows the words of each command, in brackets; a star marks what may be several.
func dump(text string) string {
	var b strings.Builder
	script := parse(text)
	for _, c := range script.Commands {
		for _, w := range c.Words {
			b.WriteString("[" + syntaxtest.Marked(w.Text, w.Unknown) + "]")
			if w.Multiple {
				b.WriteString("*")
			}
		}
		b.WriteString(";")
	}
	for _, v := range script.HereStrings {
		b.WriteString("@" + syntaxtest.Marked(v.Text, v.Unknown) + ";")
	}
	if script.Unread > 0 {
		fmt.Fprintf(&b, "unread %d", script.Unread)
	}
	return b.String()
}

func TestCommands(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"backticks", "aws ecs x `\n  --a b `\r\n  --c d\nWrite-Host x", "[aws][ecs][x][--a][b][--c][d];"},
		{"assigned", "$x = aws ecs x --a b | ConvertFrom-Json", "[aws][ecs][x][--a][b];"},
		{"call operator", "& aws.exe ecs x", "[aws.exe][ecs][x];"},
		{"in blocks", "if ($a) { aws ecs x --a b } else { return aws ecs y }", "[aws][ecs][x][--a][b];[aws][ecs][y];"},
		{"in brackets", "$a = (aws ecs x --a b).Trim(); aws ecs y", "[aws][ecs][x][--a][b];[aws][ecs][y];"},
		{"single quotes", `aws ecs x --a 'it''s $x "b" \n' 'c'`, `[aws][ecs][x][--a][it's $x "b" \n][c];`},
		{"double quotes", "aws ecs x \"a $b ${c} $d.e $($f.g('h')) `$i `\"j`\" \"\"k\"\" `t l 5$\"", "[aws][ecs][x][a «$b» «${c}» «$d».e «$($f.g('h'))» $i \"j\" \"k\" \t l 5$];"},
		{"variables", "aws ecs x --a $b --c $env:D-e f$g $h.i[0].j", "[aws][ecs][x][--a][«$b»]*[--c][«$env:D»-e]*[f«$g»][«$h.i[0].j»]*;"},
		{"expressions", "aws ecs x @args (Get-X 'a b') a,b {c d} @('e') k=v,w", "[aws][ecs][x][«@args»]*[«(Get-X 'a b')»]*[«a,b»]*[«{c d}»]*[«@('e')»]*[«k=v,w»]*;"},
		{"shorthand", "aws ecs x --n \"awsvpcConfiguration={subnets=[a,b]}\"", "[aws][ecs][x][--n][awsvpcConfiguration={subnets=[a,b]}];"},
		{"attached quotes", "aws ecs x --a='b c' --d=\"$e\"", "[aws][ecs][x][--a=b c][--d=«$e»];"},
		{"quotes for Windows PowerShell", `aws ecs x '{\"a\": \"b\"}' "{\` + "`\"c\\`\": $d, \\`\"e\\`\"}\"", `[aws][ecs][x][{"a": "b"}][{"c": «$d», "e"}];`},
		{"redirections", "aws ecs x --a b 2>&1 > $null\naws ecs y *> \"a b\" | Out-Null", "[aws][ecs][x][--a][b];[aws][ecs][y];"},
		{"comments", "# aws ecs x\n<# aws ecs y\n#>\naws ecs z # c\n", "[aws][ecs][z];"},
		{"in strings", "Write-Host \"aws ecs x $(aws ecs y)\" 'aws ecs z'", ""},
		{"an argument", "Write-Host aws ecs x\nStart-Process aws -ArgumentList 'ecs'", ""},
		{"another word", "aws-x ecs\nawsome ecs", ""},
		{"here-strings", "$a = @'\n{\"b\": '1'}\n'@\naws ecs x --a @\"\nc $d `$e\n\"@ --f g", "[aws][ecs][x][--a][c «$d» $e][--f][g];@{\"b\": '1'};"},
		{"here-string that is never closed", "@'\naws ecs x\n", "@aws ecs x\n;"},
		{"stops parsing", "aws ecs x --% --a b\naws ecs y", "[aws][ecs][y];unread 1"},
		{"escapes", "aws ecs x a` b --c `$d", "[aws][ecs][x][a b][--c][$d];"},
		{"placeholders", "aws ecs x --a <name>", "[aws][ecs][x][--a][<name>];"},
		{"and", "aws ecs x --a && aws ecs y; aws ecs z", "[aws][ecs][x][--a];[aws][ecs][y];[aws][ecs][z];"},
	} {
		if got := dump(test.text); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	const text = "$x = aws ecs x `\n --a 'é' --b \"{\\`\"c\\`\": $d}\" e\n"
	script := parse(text)
	f := script.Commands[0].Range.File
	if got := f.Slice(script.Commands[0].Range); got != text[5:len(text)-1] {
		t.Errorf("the command is %q", got)
	}
	var words []string
	for _, w := range script.Commands[0].Words {
		words = append(words, f.Slice(w.Range))
	}
	if got := strings.Join(words, " "); got != "aws ecs x --a 'é' --b \"{\\`\"c\\`\": $d}\" e" {
		t.Error(got)
	}
	value := script.Commands[0].Words[6].Text
	if at := strings.Index(value.String(), `"c"`); f.Slice(value.Range(at, at+3)) != "\\`\"c\\`\"" {
		t.Errorf("%q is at %q", `"c"`, f.Slice(value.Range(at, at+3)))
	}
}

func TestNeverClosed(t *testing.T) {
	for _, part := range []string{"\"", "'", "@'\n", "<#", "aws x (", "aws x $(", "aws \"$(", "(", "`", "aws x {", "\"$("} {
		parse(strings.Repeat(part, 1<<19/len(part)))
	}
}

var seeds = []string{
	"param([string]$A = 'b')\n# c\n$x = aws ecs run-task `\r\n --a \"$A-${b} $($c.d)\" --b '{\\\"e\\\": ''f''}' $g.h[0] | ConvertFrom-Json\nif (-not $x) { aws ecs y --k=v,w 2>&1 > $null }\n",
	"@'\n{\"a\": 1}\n'@ | Out-File x.json\naws.exe ecs z --cli-input-json \"file://x.json\" @args --% q\n<# aws #>\n& aws ecs w @\"\n$a `$b é\n\"@ (x 'y)') {z}\n",
}

var tokens = []string{"'", "\"", "`", "`\n", "$", "$(", ")", "${", "}", "{", "@'\n", "\n'@", "@\"\n", "\n\"@", "#", "<#", "#>", "aws ecs x ", "|", ";", ">", "2>&1", "\\\"", "\n", "\r\n", "é", "\xff", "\x00", "[", "]", ",", "&&", "--%"}

func check(t *testing.T, text string) {
	script := parse(text)
	for _, c := range script.Commands {
		syntaxtest.Range(t, c.Range)
		for _, w := range c.Words {
			syntaxtest.Range(t, w.Range)
			if w.Text.Len() > 0 {
				syntaxtest.Text(t, w.Text)
			}
			syntaxtest.Spans(t, w.Text, w.Unknown)
		}
	}
	for _, v := range script.HereStrings {
		if v.Text.Len() > 0 {
			syntaxtest.Text(t, v.Text)
		}
		syntaxtest.Spans(t, v.Text, v.Unknown)
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(check)
}
