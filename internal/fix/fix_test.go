package fix_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
)

func parse(text string) (*source.File, *syntax.Node) {
	f := source.NewFile("x.json", "", []byte(text))
	root, _ := json.Parse(f.Text())
	return f, root
}

const lines = `{
  "a": 1,
  "b": [1, 2,
    3],
  "c": {"d": true}, "e": "x",
  "f": {
    "g": null
  }
}
`

func TestRemove(t *testing.T) {
	for _, test := range []struct {
		text, at string
		want     string // "" where it is refused
	}{
		{lines, "a", strings.Replace(lines, "\"a\": 1,\n  ", "", 1)},
		{lines, "b", strings.Replace(lines, "\"b\": [1, 2,\n    3],\n  ", "", 1)},
		{lines, "b[0]", strings.Replace(lines, "1, 2", "2", 1)},
		{lines, "b[1]", strings.Replace(lines, ", 2", "", 1)},
		{lines, "b[2]", strings.Replace(lines, ",\n    3", "", 1)},
		{lines, "c", strings.Replace(lines, "\"c\": {\"d\": true}, ", "", 1)},
		{lines, "c.d", strings.Replace(lines, "\"d\": true", "", 1)},
		{lines, "e", strings.Replace(lines, ", \"e\": \"x\"", "", 1)},
		{lines, "f", strings.Replace(lines, ",\n  \"f\": {\n    \"g\": null\n  }", "", 1)},
		{lines, "f.g", strings.Replace(lines, "{\n    \"g\": null\n  }", "{}", 1)},
		{"{\"a\":1,\"b\":2}", "b", "{\"a\":1}"},
		{"{\"a\":1 , \"b\":2 }", "a", "{\"b\":2 }"},
		{"{\"a\":1 , \"b\":2 }", "b", "{\"a\":1 }"},
		{"{\"a\":1,}", "a", "{}"},
		{"{\"a\":1,\"b\":2,}", "b", "{\"a\":1,}"},
		{"{\r\n\t\"a\":1,\r\n\t\"b\":2\r\n}", "a", "{\r\n\t\"b\":2\r\n}"},
		{"{\"a\":${X},\"b\":2}", "a", "{\"b\":2}"},
		{"{\"a\": 1}", "", ""},
		{"{\"a\": 1}", "z", ""},
		{"{\"a\": 1, // why\n\"b\": 2}", "a", ""},
		{"{/* x */ \"a\": 1}", "a", ""},
		{"{\"a\": /* x */ 1, \"b\": 2}", "b", ""},
		{"{\"a\": 1, {{if .X}} \"b\": 2{{end}}}", "b", ""},
		{"{\"a\": 1 \"b\": 2}", "a", ""},
		{"{\"a\": [1, 2], \"b\": \"x}", "a[0]", ""},
		{"{\"a\": }", "a", ""},
	} {
		f, root := parse(test.text)
		place := value.Resolve(root, test.at)
		if place == nil {
			t.Fatalf("%s: no place", test.at)
		}
		if got := applied(f, fix.Remove(place)); got != test.want {
			t.Errorf("without %s: got\n%s\nwant\n%s", test.at, got, test.want)
		}
	}
}

func applied(f *source.File, edits []source.Edit) string {
	if edits == nil {
		return ""
	}
	return string(f.Apply(edits))
}

func TestRemoveMembers(t *testing.T) {
	for _, test := range []struct{ text, keys, want string }{
		{`{"a": 1, "b": 2, "c": 3, "d": 4}`, "a b", `{"c": 3, "d": 4}`},
		{`{"a": 1, "b": 2, "c": 3, "d": 4}`, "c d", `{"a": 1, "b": 2}`},
		{`{"a": 1, "b": 2, "c": 3, "d": 4}`, "b d", `{"a": 1, "c": 3}`},
		{`{"a": 1, "b": 2, "c": 3, "d": 4}`, "a b c d", `{}`},
		{`{"a": {"b": 1, "c": 2}, "d": [{"e": 1}, {"b": 2}]}`, "b e", `{"a": {"c": 2}, "d": [{}, {}]}`},
		{`{"a": {"b": 1, "c": 2}, "d": 3}`, "a b", `{"d": 3}`},
		{`{"a": 1, "a": 2}`, "a", `{}`},
		{"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "a c", "{\n  \"b\": 2\n}\n"},
		{"{\"a\": {\"b\": 1 /* x */}, \"c\": 2}", "b c", ""},
	} {
		f, root := parse(test.text)
		if got := applied(f, fix.RemoveMembers(root, keysNamed(root, strings.Fields(test.keys))...)); got != test.want {
			t.Errorf("%s without %s: got\n%s\nwant\n%s", test.text, test.keys, got, test.want)
		}
	}
	_, root := parse(`{"a": 1}`)
	_, other := parse(`{"a": 1}`)
	if fix.RemoveMembers(root, other.Members[0].Key) != nil {
		t.Error("a key of another tree is removed")
	}
}

func keysNamed(root *syntax.Node, names []string) []*syntax.Node {
	var keys []*syntax.Node
	root.Walk(func(n *syntax.Node) bool {
		for _, m := range n.Members {
			if slices.Contains(names, m.Key.String()) {
				keys = append(keys, m.Key)
			}
		}
		return true
	})
	return keys
}

func TestReplace(t *testing.T) {
	for _, test := range []struct {
		text, at, want string
	}{
		{lines, "a", strings.Replace(lines, "1,", "NEW,", 1)},
		{lines, "e", strings.Replace(lines, `"x"`, "NEW", 1)},
		{lines, "b[1]", strings.Replace(lines, `2`, "NEW", 1)},
		{lines, "f.g", strings.Replace(lines, `null`, "NEW", 1)},
		{lines, "f", ""},
		{lines, "z", ""},
		{`{"a": 1`, "a", ""},
	} {
		f, root := parse(test.text)
		place := value.Resolve(root, test.at)
		edits := fix.Replace(place, "NEW")
		if got := applied(f, edits); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.at, got, test.want)
		}
	}
}

func TestSet(t *testing.T) {
	for _, test := range []struct {
		text string
		path []string
		want string
	}{
		{lines, []string{"a"}, strings.Replace(lines, "1,", "9,", 1)},
		{lines, []string{"z"}, strings.Replace(lines, "null\n  }", "null\n  },\n  \"z\": 9", 1)},
		{lines, []string{"c", "z"}, strings.Replace(lines, "true}", "true, \"z\": 9}", 1)},
		{lines, []string{"f", "z"}, strings.Replace(lines, "null", "null,\n    \"z\": 9", 1)},
		{lines, []string{"y", "z"}, strings.Replace(lines, "null\n  }", "null\n  },\n  \"y\": {\"z\": 9}", 1)},
		{lines, []string{"a", "z"}, ""},
		{lines, []string{"c"}, ""},
		{"{}", []string{"z"}, `{"z": 9}`},
		{"{\n}", []string{"z"}, `{"z": 9}`},
		{`{"a":1,"b":2}`, []string{"z"}, `{"a":1,"b":2,"z": 9}`},
		{`{"a":1,"b":2,}`, []string{"z"}, `{"a":1,"b":2,"z": 9,}`},
		{"{\r\n\t\"a\": 1\r\n}", []string{"z"}, "{\r\n\t\"a\": 1,\r\n\t\"z\": 9\r\n}"},
		{"{\"a\": 1, // why\n\"b\": 2}", []string{"z"}, ""},
		{`{"a": 1, {{if .X}} "b": 2{{end}}}`, []string{"z"}, ""},
		{`{"a": 1`, []string{"z"}, ""},
	} {
		f, root := parse(test.text)
		if got := applied(f, fix.Set(value.Root(root).Path(test.path...), "9")); got != test.want {
			t.Errorf("%v: got\n%s\nwant\n%s", test.path, got, test.want)
		}
	}
}

func TestReplacePart(t *testing.T) {
	for _, test := range []struct {
		text       string
		start, end int
		want       string
	}{
		{`{"a": "one = two"}`, 4, 5, `{"a": "one \"== two"}`},
		{`{"a": "\tone\u003dtwo"}`, 4, 5, `{"a": "\tone\"==two"}`},
		{`{"a": "one", }`, 0, 3, `{"a": "\"==", }`},
	} {
		f, root := parse(test.text)
		v := value.String(value.NewObject(root), "a")
		if got := applied(f, fix.ReplacePart(v, syntax.Span{Start: test.start, End: test.end}, `"==`)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
	_, root := parse(`{"a": 1}`)
	if fix.ReplacePart(value.String(value.NewObject(root), "a"), syntax.Span{Start: 0, End: 1}, "2") != nil {
		t.Error("a part of a number is replaced")
	}
}

// TestInside edits JSON in a string of JSON: what is new is written with its escapes.
func TestInside(t *testing.T) {
	f, outer := parse(`{"Input": "{\"a\": 1, \"b\": \"x\"}", "rest": 0}`)
	inner, _ := json.Parse(outer.Get("Input").Text)
	place := value.Resolve(inner, "b")
	for _, test := range []struct {
		edits []source.Edit
		want  string
	}{
		{fix.Replace(place, syntax.QuoteJSON(`é"\`)), `{"Input": "{\"a\": 1, \"b\": \"é\\\"\\\\\"}", "rest": 0}`},
		{fix.Remove(place), `{"Input": "{\"a\": 1}", "rest": 0}`},
	} {
		if got := applied(f, test.edits); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

// FuzzRemoveMembers removes members of any JSON by their number: what is left is what the tree holds without them.
func FuzzRemoveMembers(f *testing.F) {
	f.Add(lines, uint64(5))
	f.Add(`[{"a":1,"b":[{"c":2,"a":{}}],},{"é😀":"\u0000"}]`, uint64(2))
	f.Add("{\"a\": 1, // x\n \"b\": ${X}}", uint64(1))
	f.Fuzz(func(t *testing.T, text string, which uint64) {
		file, root := parse(text)
		var keys []*syntax.Node
		i := 0
		root.Walk(func(n *syntax.Node) bool {
			for _, m := range n.Members {
				if which>>(i%64)&1 == 1 {
					keys = append(keys, m.Key)
				}
				i++
			}
			return true
		})
		edits := fix.RemoveMembers(root, keys...)
		if edits == nil {
			return
		}
		got, problems := json.Parse(source.NewFile("x.json", "", file.Apply(edits)).Text())
		if want := rendered(root, keys); rendered(got, nil) != want {
			t.Errorf("%s\nwithout %d members is\n%s\nwant\n%s", text, len(keys), rendered(got, nil), want)
		}
		for _, p := range problems {
			if p.Rule == json.SyntaxError {
				t.Errorf("%s\nis broken: %s", file.Apply(edits), p.Message)
			}
		}
	})
}

// rendered is the tree without some of its members.
func rendered(n *syntax.Node, without []*syntax.Node) string {
	var b strings.Builder
	switch n.Kind {
	case syntax.Object:
		for _, m := range n.Members {
			if !slices.Contains(without, m.Key) {
				fmt.Fprintf(&b, "%q: %s, ", m.Key.String(), rendered(m.Value, without))
			}
		}
		return "{" + b.String() + "}"
	case syntax.Array:
		for _, item := range n.Items {
			b.WriteString(rendered(item, without) + ", ")
		}
		return "[" + b.String() + "]"
	}
	return fmt.Sprintf("%d %q", n.Kind, n.String())
}
