package awscli_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// show writes a tree as JSON-like text; ? is an unknown, ... an incomplete object or list.
func show(n *syntax.Node) string {
	switch n.Kind {
	case syntax.Unknown:
		return "?" + n.String()
	case syntax.Object, syntax.Array:
		var parts []string
		for _, m := range n.Members {
			parts = append(parts, m.Key.String()+": "+show(m.Value))
		}
		for _, item := range n.Items {
			parts = append(parts, show(item))
		}
		if n.Incomplete {
			parts = append(parts, "...")
		}
		open, end := "{", "}"
		if n.Kind == syntax.Array {
			open, end = "[", "]"
		}
		return open + strings.Join(parts, ", ") + end
	}
	return fmt.Sprintf("%q", n.String())
}

// shorthandOf parses text; what stands in it between «» is unknown.
func shorthandOf(text string) (*source.File, *syntax.Node, []syntax.Problem) {
	var unknown []syntax.Span
	for {
		before, rest, ok := strings.Cut(text, "«")
		if !ok {
			break
		}
		inner, after, _ := strings.Cut(rest, "»")
		unknown = append(unknown, syntax.Span{Start: len(before), End: len(before) + len(inner)})
		text = before + inner + after
	}
	f := source.NewFile("word", "", []byte(text))
	root, problems := awscli.ParseShorthand(f.Text(), unknown)
	return f, root, problems
}

func TestShorthand(t *testing.T) {
	for _, test := range []struct{ text, want, problem string }{
		{text: "a=b", want: `{a: "b"}`},
		{text: "targetGroupArn=arn:aws:x/y,containerName=web,containerPort=80", want: `{targetGroupArn: "arn:aws:x/y", containerName: "web", containerPort: "80"}`},
		{text: "awsvpcConfiguration={subnets=[a,b],securityGroups=[sg-1],assignPublicIp=ENABLED}",
			want: `{awsvpcConfiguration: {subnets: ["a", "b"], securityGroups: ["sg-1"], assignPublicIp: "ENABLED"}}`},
		{text: "awsvpcConfiguration={subnets=[ a , b ], securityGroups = [ sg-1 ]}", want: `{awsvpcConfiguration: {subnets: ["a", "b"], securityGroups: ["sg-1"]}}`},
		{text: "key=value,key2=v1,v2", want: `{key: "value", key2: ["v1", "v2"]}`},
		{text: "a=1,2,b=3,4,c=5", want: `{a: ["1", "2"], b: ["3", "4"], c: "5"}`},
		{text: "a=b, c=d", want: `{a: "b", c: "d"}`},
		{text: "a=b=c", want: `{a: "b=c"}`},
		{text: "a=,b=c", want: `{a: "", b: "c"}`},
		{text: "a=", want: `{a: ""}`},
		{text: `a='b c, d',e="f\"g"`, want: `{a: "b c, d", e: "f\"g"}`},
		{text: `a='it\'s'`, want: `{a: "it's"}`},
		{text: `a=b\,c,d=e`, want: `{a: "b,c", d: "e"}`},
		{text: "a=hello world ,b=c", want: `{a: "hello world", b: "c"}`},
		{text: "a=[]", want: `{a: []}`},
		{text: "a=[[b,c],{d=e}]", want: `{a: [["b", "c"], {d: "e"}]}`},
		{text: "a={b={c=[d]}}", want: `{a: {b: {c: ["d"]}}}`},
		{text: "a=[b,]", want: `{a: ["b"]}`},
		{text: "a.b=c,d-e=f,g/h=i,j:k=l,m#n=o", want: `{a.b: "c", d-e: "f", g/h: "i", j:k: "l", m#n: "o"}`},
		{text: "a@=file://b.json,c=d", want: `{a: ?file://b.json, c: "d"}`},

		{text: "a=b,", want: `{a: "b", ...}`, problem: `expected a value behind the last comma at ""`},
		{text: "a=[b", want: `{a: ["b", ...], ...}`, problem: `expected "," or "]" at ""`},
		{text: "a={b=c", want: `{a: {b: "c", ...}, ...}`, problem: `expected "," or "}" at ""`},
		{text: "a={b=c]}", want: `{a: {b: "c", ...}, ...}`, problem: `expected "," or "}" at "]"`},
		{text: "a='b", want: `{a: ?'b, ...}`, problem: `this quote is never closed at "'"`},
		{text: "hello", want: `{...}`, problem: `expected "=" at ""`},
		{text: "=b", want: `{...}`, problem: `expected a key at "="`},
		{text: "", want: `{...}`, problem: `expected a key at ""`},
		{text: "a=b c=d}", want: `{a: "b c=d", ...}`, problem: `expected "," at "}"`},
		{text: "a=b,a=c", want: `{a: "b", a: "c"}`, problem: `the key "a" stands twice in one value at "a"`},

		{text: "«$OPTIONS»", want: "?$OPTIONS"},
		{text: "a=«$X»", want: "{a: ?$X}"},
		{text: "awsvpcConfiguration={subnets=[«$A»,«$(f | x '.[0],}')»],securityGroups=[sg-1],assignPublicIp=«${P}»}",
			want: "{awsvpcConfiguration: {subnets: [?$A, ?$(f | x '.[0],}'), ...], securityGroups: [\"sg-1\"], assignPublicIp: ?${P}}}"},
		{text: "subnets=«$A»,b,c=d", want: `{subnets: [?$A, "b", ...], c: "d"}`},
		{text: "a=x-«$B»-y,c=d", want: `{a: ?x-$B-y, c: "d"}`},
		{text: `a="x «$B" » y",c=d`, want: `{a: ?x $B"  y, c: "d"}`},
		{text: "«$K»=v,a=b", want: `{a: "b", ...}`},
		{text: "a=b «$MORE»]", want: `{a: ?b $MORE, ...}`},
	} {
		f, root, problems := shorthandOf(test.text)
		got := ""
		if len(problems) > 0 {
			message := strings.TrimPrefix(problems[0].Message, "not the AWS CLI's shorthand syntax: ")
			got = fmt.Sprintf("%s at %q", message, f.Slice(problems[0].Range))
		}
		if tree := show(root); tree != test.want || got != test.problem {
			t.Errorf("%s\n got %s %s\nwant %s %s", test.text, tree, got, test.want, test.problem)
		}
	}
}

func TestShorthandRanges(t *testing.T) {
	f, root, _ := shorthandOf(`awsvpcConfiguration={subnets=[ a ,'b c'],x=ENABLED },list=1,2`)
	for path, want := range map[string]string{
		"awsvpcConfiguration":         `{subnets=[ a ,'b c'],x=ENABLED }`,
		"awsvpcConfiguration subnets": `[ a ,'b c']`,
		"awsvpcConfiguration x":       "ENABLED",
		"list":                        "1,2",
	} {
		n := root.Get(strings.Fields(path)...)
		if n == nil || f.Slice(n.Range) != want {
			t.Errorf("%s: got %v, want %s", path, n, want)
		}
	}
	items := root.Get("awsvpcConfiguration", "subnets").Items
	if got := f.Slice(items[0].Range) + "|" + f.Slice(items[1].Range) + "|" + items[1].String(); got != "a|'b c'|b c" {
		t.Error(got)
	}
	if got := f.Slice(root.Members[0].Key.Range); got != "awsvpcConfiguration" {
		t.Error(got)
	}
}

func checkShorthand(t *testing.T, text string) {
	f := source.NewFile("word", "", []byte(text))
	var unknown []syntax.Span
	if n := len(text); n > 4 {
		unknown = []syntax.Span{{Start: n / 4, End: n / 2}}
	}
	for _, spans := range [][]syntax.Span{nil, unknown} {
		root, problems := awscli.ParseShorthand(f.Text(), spans)
		root.Walk(func(n *syntax.Node) bool {
			if n.Range.Start > n.Range.End || n.Range.End > len(text) {
				t.Fatalf("%q: range %d-%d", text, n.Range.Start, n.Range.End)
			}
			return true
		})
		for _, p := range problems {
			if p.Range.Start > p.Range.End || p.Range.End > len(text) {
				t.Fatalf("%q: problem at %d-%d", text, p.Range.Start, p.Range.End)
			}
		}
	}
}

var shorthandSeeds = []string{
	"awsvpcConfiguration={subnets=[a,b],securityGroups=[sg-1],assignPublicIp=ENABLED}",
	`a='x\'y',b="c\\",d@=file://e,f=1,2,3,g=\,`,
	"a=[[{b=[c]}]],é=ü",
}

func TestShorthandMutations(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	const alphabet = "abc=,[]{}'\"\\ @$é\n"
	for range 20_000 {
		b := []byte(shorthandSeeds[random.Intn(len(shorthandSeeds))])
		for range 1 + random.Intn(4) {
			i := random.Intn(len(b))
			switch random.Intn(3) {
			case 0:
				b[i] = alphabet[random.Intn(len(alphabet))]
			case 1:
				b = append(b[:i:i], b[min(len(b), i+1+random.Intn(5)):]...)
				b = append(b, 'x')
			default:
				b = append(b[:i:i], append([]byte{alphabet[random.Intn(len(alphabet))]}, b[i:]...)...)
			}
		}
		checkShorthand(t, string(b))
	}
	checkShorthand(t, "a="+strings.Repeat("[", 100_000))
	checkShorthand(t, "a="+strings.Repeat("{a=", 100_000))
}

func FuzzShorthand(f *testing.F) {
	for _, seed := range shorthandSeeds {
		f.Add(seed)
	}
	f.Fuzz(checkShorthand)
}
