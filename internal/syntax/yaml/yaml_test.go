package yaml_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

func TestValues(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"# only a comment\n", ""},
		{"a: 1", "{a: 1}"},
		{"a: 1\n---\n- x\n...\n---\n# nothing\n", `{a: 1} | ["x"]`},
		{"a: true\nb: False\nc: yes\nd: on\ne: ~\nf: null\ng:\n", `{a: true, b: false, c: "yes", d: "on", e: null, f: null, g: null}`},
		{"a: 256\nb: -1.5e3\nc: 0.5\nd: 1e999", `{a: 256, b: -1.5e3, c: 0.5, d: 1e999}`},
		{"a: 0755\nb: 1_000\nc: 0x1F\nd: .inf\ne: +1", `{a: «0755», b: «1_000», c: «0x1F», d: «.inf», e: «+1»}`},
		{"a: 012345678901\nb: 2001-01-01\nc: 1.2.3\nd: 12:30", `{a: «012345678901», b: "2001-01-01", c: "1.2.3", d: "12:30"}`},
		{"true: 1\n8080: 2\non: 3", `{true: 1, 8080: 2, on: 3}`},
		{"a: !!str 5\nb: !!int \"5\"\nc: !!binary aGk=", `{a: "5", b: 5, c: «aGk=»}`},
		{"a: !Ref X\nb: !If [c, !Sub 'x', !Ref AWS::NoValue]\nd: !GetAZs\ne: !X {f: 1}", `{a: !Ref "X", b: !If ["c", !Sub "x", !Ref "AWS::NoValue"], d: !GetAZs "", e: !X {f: 1}}`},
		{"? a\n: 1\n? [b]\n: 2", `{a: 1, «[b]»: 2}`},
		{"- - a\n  - b\n- c: d\n  e: f", `[["a", "b"], {c: "d", e: "f"}]`},
		{"a:\n- x\n-\n- y", `{a: ["x", null, "y"]}`},
		{"{a: b, c: , d, e: [1, 2,], }", `{a: "b", c: null, d: null, e: [1, 2]}`},
		{"a: {\"b\":1,\n # comment\n c: [ ] , }\n", `{a: {b: 1, c: []}}`},
	} {
		if got := dumped(test.text); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestAliases(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"scalar", "a: &x 5\nb: *x", `{a: 5, b: 5}`},
		{"mapping", "a: &x\n  b: 1\nc: *x\nd: [*x, *x]", `{a: {b: 1}, c: {b: 1}, d: [{b: 1}, {b: 1}]}`},
		{"merge", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", `{a: {b: 1, c: 2}, d: {c: 3, b: 1}}`},
		{"merge of several", "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}", `{a: {b: 1}, c: {b: 2, d: 3}, e: {b: 1, d: 3}}`},
		{"merge of what isn't known", "a: {<<: '{{ x }}'}", `{a: {…}}`},
		{"in itself", "a: &x\n  b: *x\n  c: 1", `{a: {b: «*x», c: 1}}`},
		{"no anchor", "a: *x\nb: 2", `{a: «*x», b: 2} ! 1:4 no anchor "&x" stands before this alias`},
	} {
		if got := dumped(test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"text/template", "a: {{ x }}\nb: repo:{{ .Tag }}\nc: '{{ y }}'", `{a: «{{ x }}», b: «repo:{{ .Tag }}», c: "{{ y }}"}`},
		{"quotes inside", `a: "x:{{ printf "%.8s" .Env.SHA }}"`, `{a: "x:{{ printf \"%.8s\" .Env.SHA }}"}`},
		{"ecspresso", "a: {{ must_env `X` }}\nb: '{{ must_env `X` }}'", "{a: «{{ must_env `X` }}», b: \"{{ must_env `X` }}\"}"},
		{"in a flow list", "a: [${X}, b]\nc: ['${X}']", `{a: ["b"…], c: ["${X}"]}`},
		{"default with a colon", "a: ${X:-b: c}", `{a: «${X:-b: c}»}`},
		{"angle", "a: <IMAGE1_NAME>\nb: <your cluster: name>", `{a: «<IMAGE1_NAME>», b: «<your cluster: name>»}`},
		{"batch and sed", "a: %REPOSITORY_URI%\nb: @IMAGE@", `{a: «%REPOSITORY_URI%», b: «@IMAGE@»}`},
		{"key", "{{ k }}: 1\nb: 2", `{«{{ k }}»: 1, b: 2}`},
		{"control lines", "a:\n{{- if .X }}\n  - b\n{{- end }}\n  - c\nd: 1", `{a: ["b", "c"…], d: 1…}`},
		{"jinja", "{% if x %}\na: 1\n{% endif %}\nb: {c: 2}", `{a: 1, b: {c: 2}…}`},
		{"Terraform", "a:\n%{ for x in y }\n  - b: ${x}\n%{ endfor }", `{a: [{b: «${x}»…}…]…}`},
		{"value on its own line", "a:\n  {{ toYaml .Env }}\nb: 1", `{a: «», b: 1…}`},
		{"several lines", "a: 1\n{{- range .X\n  .Y }}\nb: 2", `{a: 1, b: 2…}`},
		{"in a block scalar", "a: |\n  x\n  {{ y }}\n  z\nb: [1]", `{a: "x\n{{ y }}\nz\n", b: [1]}`},
		{"workflow", "run: aws ecs ${{ matrix.x }} --y\nz: 1", `{run: «aws ecs ${{ matrix.x }} --y», z: 1}`},
	} {
		if got := dumped(test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestUnknownSpans(t *testing.T) {
	text := "a: x$Y\nb:\n  - 1\n$MORE\nc: 2"
	at, more := strings.Index(text, "$Y"), strings.Index(text, "$MORE")
	got := dumped(text, syntax.Span{Start: at, End: at + 2}, syntax.Span{Start: more, End: more + 5})
	if want := `{a: «x$Y», b: [1…], c: 2…}`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestBrokenText(t *testing.T) {
	const invalid = "not valid YAML: "
	for _, test := range []struct{ name, text, want string }{
		{"bare word", "a: 1\nb\nc: 2", "{a: 1, c: 2…} ! 2:1 " + invalid + "a line that is neither a key with a value nor a list item"},
		{"in a list", "- name: x\n    im\n- y", `[{name: "x im"}, "y"]`},
		{"unclosed quote", "a: \"x\nb: 1\nc:\n  - 2", `{a: «"x», b: 1, c: [2]} ! 1:4 this string is never closed`},
		{"unclosed quote before another", "a: 'x\nb: 'y'\nc: 1", `{a: «'x», b: "y", c: 1} ! 1:4 this string is never closed`},
		{"unclosed quote at the end", "a: 1\nb:\n  c: \"d", `{a: 1, b: {c: «"d»}} ! 3:6 this string is never closed`},
		{"tabs", "a:\n\tb: 1\n\tc: 2\nd: 3", `{a: {b: 1, c: 2}, d: 3} ! 2:1 a tab in the indentation: YAML takes only spaces`},
		{"unclosed list", "a: [1, 2\nb: 3", "{b: 3…} ! 1:1 " + invalid + "a comma or a closing bracket is missing"},
		{"second colon", "a: b: c\nd: 1", "{d: 1…} ! 1:1 " + invalid + "a colon can't begin a value here: quote the text, or check the indentation"},
		{"wrong indentation", "a:\n  b: 1\n c: 2\nd: 3", "{a: {b: 1…}, d: 3…} ! 3:2 " + invalid + "the indentation or the quotes don't fit what stands before"},
		{"reserved character", "a: `x`\nb: 1", "{b: 1…} ! 1:1 " + invalid + "no value can begin with this character: quote it"},
		{"duplicate key", "a: 1\nb: 2\na: 3", `{a: 1, b: 2, a: 3} ! 3:1 the key "a" stands twice in one mapping, which YAML doesn't allow`},
		{"nothing to read", "%", " ! 1:1 " + invalid + "could not find expected directive name"},
	} {
		if got := dumped(test.text); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestRanges checks what the ranges of all nodes cover.
func TestRanges(t *testing.T) {
	text := "# é\na: &x {b: 'c''d', e: [1, 2]} # f\ng:\n  - !Ref h\n  -\n  - |+2 # j\n     k\n\n    l\n\nm: >-\n  n\n  o\n\n  p\nq: *x\n"
	var got []string
	for _, name := range []string{"utf-8", "crlf"} {
		s := text
		if name == "crlf" {
			s = strings.ReplaceAll(text, "\n", "\r\n")
		}
		f := source.NewFile("x.yaml", "", []byte(s))
		documents, problems := yaml.Parse(f.Text())
		if len(documents) != 1 || len(problems) > 0 {
			t.Fatalf("%d documents, %v", len(documents), problems)
		}
		got = got[:0]
		documents[0].Walk(func(n *syntax.Node) bool {
			got = append(got, strings.ReplaceAll(f.Slice(n.Range), "\r", ""))
			return true
		})
		want := []string{
			strings.TrimPrefix(strings.TrimSuffix(text, "\n"), "# é\n"), "{b: 'c''d', e: [1, 2]}", "'c''d'", "[1, 2]", "1", "2",
			"- !Ref h\n  -\n  - |+2 # j\n     k\n\n    l", "h", "", "|+2 # j\n     k\n\n    l", ">-\n  n\n  o\n\n  p",
			"{b: 'c''d', e: [1, 2]}", "'c''d'", "[1, 2]", "1", "2",
		}
		if strings.Join(got, "¦") != strings.Join(want, "¦") {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for name, data := range map[string]string{
		"byte order mark": "\ufeffa: é",
		"utf-16":          "\xff\xfea\x00:\x00 \x00\xe9\x00",
	} {
		f := source.NewFile("x.yaml", "", []byte(data))
		documents, _ := yaml.Parse(f.Text())
		if len(documents) != 1 || f.Slice(documents[0].Get("a").Range) != "é" {
			t.Errorf("%s: %q", name, data)
		}
	}
}
