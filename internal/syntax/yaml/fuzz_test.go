package yaml_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

var seeds = []string{
	"a: >-\n  b\n  c\n\n  d\n   e\n  f\n\ng: |+\n  h\n\n   i\n\nj: \"k\n  l\\\n   m \\u00e9\n\n  n\"\no: 'p''q\n\n\n  r'\ns: t\n  u #v\n\nw: [x, 'y', {z: \"0\"}, 1 2]\n",
	"family: shop\ncontainerDefinitions:\n  - name: web\n    image: \"repo:{{ .Tag }}\"\n    command: ['sh', \"-c\", 'it''s']\n    environment: &env\n      - {name: A, value: b}\n  - name: log\n    environment: *env\n",
	"on: push\njobs:\n  deploy:\n    steps:\n      - run: |\n          aws ecs update-service \\\n            --cluster ${{ env.C }}\n\n      - run: >-\n          a\n          b\n\n           c\n        env: {D: \"\\u00e9\\n\"}\n",
	"a: &x\n  b: 1\nc:\n  <<: *x\n  d: !Ref E\n---\n# f\n- |2+\n    g\n  h\n\n...\n",
	"{\"a\": [1, 2.5e3, true, null, ~], 'b': {c: d, e: }}\n",
	"a:\n{{- if .X }}\n  - ${B}\n{% endif %}\n  - <C>\nd: \"e\n  f\n\n  g\\\n  h\"\ni: j\n  k\n",
}

// checkText reads a text: all ranges lie in the file, what is inside of a node lies in its range, and all is as the
// library reads it where no placeholders are in it.
func checkText(t *testing.T, text string) {
	t.Helper()
	f := source.NewFile("fuzz.yaml", "", []byte(text))
	documents, problems := yaml.Parse(f.Text())
	if len(problems) > syntax.MaxProblems {
		t.Errorf("%.300q: %d problems", text, len(problems))
	}
	for _, p := range problems {
		syntaxtest.Range(t, p.Range)
	}
	aliases := strings.Contains(text, "*")
	for _, d := range documents {
		d.Walk(func(n *syntax.Node) bool {
			syntaxtest.Range(t, n.Range)
			if n.Text.Len() > 0 {
				syntaxtest.Text(t, n.Text)
			}
			for _, m := range n.Members {
				syntaxtest.Range(t, m.Key.Range)
				if !aliases && (!n.Range.Contains(m.Key.Range) || !n.Range.Contains(m.Value.Range)) {
					t.Fatalf("%.300q: %v of %v isn't in %v", text, m.Value.Range, m.Key.Range, n.Range)
				}
			}
			for _, item := range n.Items {
				if !aliases && !n.Range.Contains(item.Range) {
					t.Fatalf("%.300q: %v isn't in %v", text, item.Range, n.Range)
				}
			}
			return true
		})
	}
}

func TestMutations(t *testing.T) {
	tokens := []string{
		"'", "\"", "\n", "\n  ", "\n- ", ": ", " #", "{", "}", "[", "]", ",", "|", ">", "&a ", "*a", "!x ", "\\", "\t", "\r\n", "\r", "{{", "}}", "${", "}",
		"<a>", "{% x %}\n", "? ", "- ", "---\n", "...\n", "%", "@", "`", "\x00", "\xff", "é", "😀", "\ufeff", "\u0085", "\u2028", "<<: *a\n", "  ", "\"\\ud83d\"", "~", "0",
	}
	syntaxtest.Mutations(t, seeds, tokens, checkBoth)
}

// checkBoth also compares with what the library reads.
func checkBoth(t *testing.T, text string) {
	t.Helper()
	checkText(t, text)
	checkSame(t, "text", []byte(text))
}

// TestHuge reads what is nested too deep, grows without bound or never ends.
func TestHuge(t *testing.T) {
	const n = 20_000
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := '1'; i <= '9'; i++ {
		bomb += "a" + string(i) + ": &a" + string(i) + " [" + strings.TrimSuffix(strings.Repeat("*a"+string(i-1)+", ", 9), ", ") + "]\n"
	}
	deep := ""
	for i := range 1000 {
		deep += strings.Repeat(" ", i) + "a:\n"
	}
	for _, text := range []string{
		bomb, deep, strings.Repeat("[", n), strings.Repeat("{", n), strings.Repeat("{a: ", n), strings.Repeat("- ", n), strings.Repeat("? ", n),
		strings.Repeat("&a ", n), strings.Repeat("!", n), strings.Repeat("a: 1\n", n), strings.Repeat("- &a [*a]\n", n), strings.Repeat("a\n", n),
		strings.Repeat("\t", n), strings.Repeat("# x\n", n), strings.Repeat("{{ x }}\n", n), strings.Repeat("a: {{ x }}\n", n/4), strings.Repeat("- 'x\n", n),
		strings.Repeat("%x ", n), strings.Repeat("---\n", n), "a: \"" + strings.Repeat("\\x41", n), "|\n" + strings.Repeat(" x\n", n), strings.Repeat("{{", n),
		strings.Repeat("<a", n), "a: |\n" + strings.Repeat("  {{ x }}\n", n), strings.Repeat("- |\n  ${X}\n", n/4),
	} {
		checkText(t, text)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(checkBoth)
}

var sink []syntax.Problem

func BenchmarkParse(b *testing.B) {
	text := source.NewFile("bench.yaml", "", []byte(strings.Repeat(seeds[0], 5))).Text()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		_, sink = yaml.Parse(text)
	}
}
