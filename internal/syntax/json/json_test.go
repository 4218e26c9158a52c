package json_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

func TestParse(t *testing.T) {
	tests := []struct{ name, in, tree, problems string }{
		{"strict", `{"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00"]}`, `{a:[1 -2.5e3 true null "x\né😀"]}`, ""},
		{"empty file", "", "missing", "1:1 syntax-error a value is missing here: the file ends"},
		{"comments", "// one\n{\"a\": 1, /* two */ \"b\": 2} # three", "{a:1 b:2}",
			"1:1-1:7 json-comment // one; 2:10-2:19 json-comment /* two */; 2:28-2:35 json-comment # three"},
		{"trailing comma", `{"a": [1,], "b": 2,}`, "{a:[1] b:2}", "1:9-1:10 json-trailing-comma ,; 1:19-1:20 json-trailing-comma ,"},
		{"missing comma", "{\"a\": \"x\"\n \"b\": 2}", `{a:"x" b:2}`, "1:10 syntax-error a comma is missing here"},
		{"missing value", "{\"a\":\n \"b\": 2}", "{a:missing b:2}", "1:5-1:6 syntax-error a value is missing after this colon"},
		{"missing value before comma", `{"a": , "b": 2}`, "{a:missing b:2}", "1:7-1:8 syntax-error a value is missing before this ,"},
		{"half typed key", `{"a": 1, "b"}`, "{a:1 b:missing}", `1:10-1:13 syntax-error a key without a value`},
		{"cut off", `{"a": {"b": [1, 2`, "{a:{b:[1 2 …] …} …}", "1:13-1:14 syntax-error this [ is never closed; 1:7-1:8 syntax-error this { is never closed; 1:1-1:2 syntax-error this { is never closed"},
		{"open string", "{\"a\": \"x,\n \"b\": 2}", `{a:"x," b:2}`, "1:7-1:10 syntax-error this string is never closed; 1:10 syntax-error a comma is missing here"},
		{"line break in string", "{\"a\": \"x\ny\"}", `{a:"x\ny"}`, "1:7-2:3 syntax-error a line break or control character inside a string"},
		{"wrong bracket", `{"a": [1, 2}`, "{a:[1 2]}", "1:12-1:13 syntax-error expected ] but found }"},
		{"duplicate key", `{"a": 1, "a": 2}`, "{a:1 a:2}", "1:10-1:13 duplicate-key the key \"a\" stands twice in one object: only the last counts"},
		{"single quotes", `{'a': 'x'}`, `{a:"x"}`, "1:7-1:10 syntax-error single quotes: JSON strings need double quotes"},
		{"bare key", `{a: 1}`, `{a:1}`, "1:2-1:3 syntax-error a key without double quotes"},
		{"bad number", `{"a": 01}`, "{a:?01}", "1:7-1:9 syntax-error not a value of JSON"},
		{"huge number", `{"a": 1e4000000}`, "{a:1e4000000}", ""},
		{"bad escape", `{"a": "\d"}`, `{a:"\\d"}`, `1:8-1:10 syntax-error not an escape of JSON`},
		{"tail", `{} x`, "{}", "1:4-1:5 syntax-error text after the end of the JSON value"},
		{"dollar", `{"memory": ${MEM}, "cpu": $CPU}`, "{memory:?${MEM} cpu:?$CPU}", ""},
		{"angle", `{"image": <IMAGE1_NAME>}`, "{image:?<IMAGE1_NAME>}", ""},
		{"template", "{\"image\": {{ must_env `X` }}, \"n\": 1,}", "{image:?{{ must_env `X` }} n:1}", ""},
		{"percent and underscores", `{"a": %MEM_MB%, "b": __CPU__}`, "{a:?%MEM_MB% b:?__CPU__}", ""},
		{"number with placeholder", `{"a": 5${X}, "b": 2}`, "{a:?5${X} b:2}", ""},
		{"quotes in template", `{"image": "x:{{ printf "%.8s" .Env.SHA }}", "b": 1}`, `{image:"x:{{ printf "%.8s" .Env.SHA }}" b:1}`, ""},
		{"quotes in terraform", `{"image": "${a != "" ? a : b}", "b": 1}`, `{image:"${a != "" ? a : b}" b:1}`, ""},
		{"template action", "[{{ range $i, $e := .L }}{{ if $i }},{{ end }}{\"a\": 1}{{ end }}]", "[{a:1} …]", ""},
		{"terraform directive", "{%{if var.x != \"\"~}\n\"a\": 1,\n%{~endif}\n\"b\": 2}", "{a:1 b:2 …}", ""},
		{"jinja", "[{% for x in y %}{\"a\": 1},{% endfor %}]", "[{a:1} …]", ""},
		{"spliced items", `[$ENVOY, {"a": 1}]`, "[{a:1} …]", ""},
		{"spliced members", `{"a": 1, ${MORE}}`, "{a:1 …}", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewFile("x.json", "", []byte(test.in))
			n, problems := json.Parse(f.Text())
			if got := show(n); got != test.tree {
				t.Errorf("tree\n got %s\nwant %s", got, test.tree)
			}
			if got := list(f, problems); got != test.problems {
				t.Errorf("problems\n got %s\nwant %s", got, test.problems)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const text = "{\"a\":\r\n \"é😀\", \"b\": 7}"
	utf16 := []byte{0xff, 0xfe}
	for _, r := range text {
		if r > 0xffff {
			r -= 0x10000
			hi, lo := 0xd800+r>>10, 0xdc00+r&0x3ff
			utf16 = append(utf16, byte(hi), byte(hi>>8), byte(lo), byte(lo>>8))
			continue
		}
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, data := range map[string][]byte{"plain": []byte(text), "bom": []byte("\ufeff" + text), "utf-16": utf16} {
		f := source.NewFile("x.json", "", data)
		n, problems := json.Parse(f.Text())
		if len(problems) > 0 || show(n) != `{a:"é😀" b:7}` {
			t.Errorf("%s: %s %v", name, show(n), problems)
			continue
		}
		b := n.Get("b").Range
		if got := f.Position(b.Start, source.CodePoints); got != (source.Position{Line: 2, Column: 13}) {
			t.Errorf("%s: b stands at %v", name, got)
		}
		if got := f.Position(b.Start, source.UTF16); got != (source.Position{Line: 2, Column: 14}) {
			t.Errorf("%s: b stands at %v in UTF-16", name, got)
		}
		if got := f.Slice(n.Get("a").Range); got != `"é😀"` {
			t.Errorf("%s: a is %s", name, got)
		}
	}
}

func TestEscapesKeepTheirPlace(t *testing.T) {
	f := source.NewFile("x.json", "", []byte(`"a\n\u00e9b"`))
	n, _ := json.Parse(f.Text())
	at := strings.Index(n.String(), "b")
	if r := n.Text.Range(at, at+1); f.Slice(r) != "b" {
		t.Errorf("b maps to %q", f.Slice(r))
	}
	if r := n.Text.Range(2, 4); f.Slice(r) != `\u00e9` {
		t.Errorf("é maps to %q", f.Slice(r))
	}
}

func TestUnknownSpans(t *testing.T) {
	in := `{"a": "x$(date "+%s")", "b": $(n), "c": 1}`
	f := source.NewFile("x.sh", "", []byte(in))
	span := func(s string) syntax.Span {
		i := strings.Index(in, s)
		return syntax.Span{Start: i, End: i + len(s)}
	}
	n, problems := json.Parse(f.Text(), span(`$(date "+%s")`), span("$(n)"))
	if got, want := show(n), `{a:?x$(date "+%s") b:?$(n) c:1}`; got != want || len(problems) > 0 {
		t.Errorf("got %s %v, want %s", got, problems, want)
	}
}

func TestDeepNesting(t *testing.T) {
	for _, in := range []string{strings.Repeat("[", 200_000), strings.Repeat(`{"a":`, 200_000), strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000)} {
		f := source.NewFile("x.json", "", []byte(in))
		_, problems := json.Parse(f.Text())
		if len(problems) == 0 || len(problems) > syntax.MaxProblems {
			t.Errorf("%d problems for deep nesting", len(problems))
		}
	}
}

// TestMutations breaks valid and templated texts at random: the parser must stay total and its ranges sound.
func TestMutations(t *testing.T) {
	seeds := []string{
		`{"family": "web", "containerDefinitions": [{"name": "a", "image": "x:1", "cpu": 10, "environment": [{"name": "A", "value": "é😀"}]}]}`,
		"{\n  // c\n  \"memory\": ${MEM},\n  \"image\": \"<IMAGE1_NAME>\",\n  \"x\": \"{{ must_env `X` }}\", /* y */\n}",
		"[{{ range . }}{\"a\": [1, 2, 3]},{{ end }} $MORE, {\"b\": {\"c\": null}}]",
	}
	const alphabet = "{}[]:,\"'\\/*#${}<>%_ \n\r\tatrufn0123.eE+-é😀"
	letters := []rune(alphabet)
	rnd := rand.New(rand.NewSource(1))
	for i := range 60_000 {
		text := []rune(seeds[i%len(seeds)])
		for range 1 + rnd.Intn(6) {
			at := rnd.Intn(len(text))
			switch rnd.Intn(3) {
			case 0:
				text = append(text[:at], text[at+1:]...)
			case 1:
				text[at] = letters[rnd.Intn(len(letters))]
			case 2:
				text = append(text[:at], append([]rune{letters[rnd.Intn(len(letters))]}, text[at:]...)...)
			}
			if len(text) == 0 {
				text = []rune{'{'}
			}
		}
		checkSound(t, []byte(string(text)))
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"a": [1, "x", null], ${B}: {{ c }}}`))
	f.Add([]byte("\xff\xfe{\x00}\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { checkSound(t, data) })
}

// checkSound checks what holds for any text: ranges lie in the file and in their parents, and strict JSON has
// no problem but duplicate keys.
func checkSound(t *testing.T, data []byte) {
	t.Helper()
	f := source.NewFile("x.json", "", data)
	n, problems := json.Parse(f.Text())
	for _, p := range problems {
		if p.Range.Start < 0 || p.Range.End > len(data) || p.Range.Start > p.Range.End {
			t.Fatalf("problem range %v outside of the file: %q", p.Range, data)
		}
		if json.Valid(f.Text().String()) && p.Rule != json.DuplicateKey {
			t.Fatalf("problem %q in strict JSON: %q", p.Message, data)
		}
	}
	inside(t, n, f.Whole(), data)
}

func inside(t *testing.T, n *syntax.Node, outer source.Range, data []byte) {
	t.Helper()
	if !outer.Contains(n.Range) || n.Range.Start > n.Range.End {
		t.Fatalf("range [%d,%d) not inside [%d,%d): %q", n.Range.Start, n.Range.End, outer.Start, outer.End, data)
	}
	for _, m := range n.Members {
		inside(t, m.Key, n.Range, data)
		inside(t, m.Value, n.Range, data)
	}
	for _, item := range n.Items {
		inside(t, item, n.Range, data)
	}
}

func BenchmarkParse(b *testing.B) {
	var items []string
	for i := range 30 {
		items = append(items, fmt.Sprintf(`{"name": "c%d", "image": "repo/app:%d", "cpu": %d, "essential": true}`, i, i, i))
	}
	data := []byte(`{"family": "web", "containerDefinitions": [` + strings.Join(items, ",") + `]}`)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		json.Parse(source.NewFile("x.json", "", data).Text())
	}
}

func list(f *source.File, problems []syntax.Problem) string {
	var out []string
	for _, p := range problems {
		start := f.Position(p.Range.Start, source.CodePoints)
		s := fmt.Sprintf("%d:%d", start.Line, start.Column)
		if p.Range.End > p.Range.Start {
			end := f.Position(p.Range.End, source.CodePoints)
			s += fmt.Sprintf("-%d:%d", end.Line, end.Column)
		}
		text := p.Message
		if p.Rule == json.Comment || p.Rule == json.TrailingComma {
			text = f.Slice(p.Range)
		}
		out = append(out, s+" "+p.Rule+" "+text)
	}
	return strings.Join(out, "; ")
}

func show(n *syntax.Node) string {
	var parts []string
	switch n.Kind {
	case syntax.Missing:
		return "missing"
	case syntax.Null:
		return "null"
	case syntax.String:
		return `"` + strings.NewReplacer("\n", `\n`, `\`, `\\`).Replace(n.String()) + `"`
	case syntax.Unknown:
		return "?" + n.String()
	case syntax.Object:
		for _, m := range n.Members {
			parts = append(parts, m.Key.String()+":"+show(m.Value))
		}
	case syntax.Array:
		for _, item := range n.Items {
			parts = append(parts, show(item))
		}
	default:
		return n.String()
	}
	if n.Incomplete {
		parts = append(parts, "…")
	}
	open, end := "{", "}"
	if n.Kind == syntax.Array {
		open, end = "[", "]"
	}
	return open + strings.Join(parts, " ") + end
}
