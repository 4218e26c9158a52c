package schema_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/syntax"
)

var inputs = []struct{ operation, text string }{
	{"RegisterTaskDefinition", `{"family": "a", "cpu": 256, "revision": 3, "x": 1, "containerDefinitions": [{"name": "a", "image": "b", "memory": "5", "essential": 1,
  "environment": {"A": "b"}, "secrets": [{"name": "S"}, 5], "logConfiguration": {"logDriver": "none", "options": {"a.b": true}}, "ulimits": [{"name": "x"}],
  "portMappings": [{"containerPort": 70000, "name": "A"}], "healthcheck": {}, "linuxParameters": {"swappiness": 101, "tmpfs": [{"size": 1.5}]}}],
  "volumes": [{"name": "v", "host": {}}], "tags": [{"key": "k!", "value": "v"}]}`},
	{"CreateService", `{"service": "a", "desiredCount": -1, "launchType": "fargate", "loadBalancer": [], "deploymentConfiguration": {"alarms": {"alarmnames": ["a"]},
  "deploymentCircuitBreaker": {"enable": true}, "linearConfiguration": {"stepPercent": 10.15}}, "networkConfiguration": {"awsvpcConfiguration": {"subnets": "a"}}}`},
}

// FuzzCheck: no text makes the check fail, and every finding lies inside of the text.
func FuzzCheck(f *testing.F) {
	for _, in := range inputs {
		f.Add(in.operation, in.text, uint8(0))
	}
	f.Add("RunTask", `{"count": 1e4000000, "overrides": [[[{}]]], "": {"/~": 1}}`, uint8(2))
	f.Fuzz(func(t *testing.T, operation, text string, given uint8) {
		o := objectOf(operation, text)
		o.Given = ecs.Given(given % 3)
		checkAll(t, o)
	})
}

func checkAll(t *testing.T, o *ecs.Object) []diag.Diagnostic {
	t.Helper()
	found, err := schema.Check(o, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Range.File != o.File || d.Range.Start < 0 || d.Range.Start > d.Range.End || d.Range.End > len(o.File.Bytes) {
			t.Errorf("%s at %d-%d lies outside of the text: %s", d.Rule, d.Range.Start, d.Range.End, d.Message)
		}
	}
	return found
}

// TestMutations changes bytes of inputs, and then makes parts of them unknown, which may bring up nothing new.
func TestMutations(t *testing.T) {
	times := 5_000
	if testing.Short() {
		times = 500
	}
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"{", "}", "[", "]", `"`, ",", ":", "null", `""`, "0", "-1", "1e4000000", "true", `"x"`, "${X}", "{{ x }}", `"name":`, "~1", "/", "é", "\x00"}
	total := 0
	for range times {
		in := inputs[random.IntN(len(inputs))]
		text := []byte(in.text)
		for range 1 + random.IntN(4) {
			at := random.IntN(len(text))
			text = slices.Replace(text, at, min(len(text), at+random.IntN(8)), []byte(pieces[random.IntN(len(pieces))])...)
		}
		o := objectOf(in.operation, string(text))
		found := checkAll(t, o)
		total += len(found)
		known := map[[2]any]bool{}
		for _, d := range found {
			known[[2]any{d.Rule, d.Range}] = true
		}
		for _, d := range checkAll(t, blanked(random, o)) {
			if !known[[2]any{d.Rule, d.Range}] {
				t.Errorf("new after blanking: %s at %s: %s", d.Rule, d.At, d.Message)
			}
		}
		if t.Failed() {
			t.Fatalf("%q", text)
		}
	}
	t.Logf("%d inputs, %d findings", times, total)
}

// blanked is an object in which parts are unknown.
func blanked(random *rand.Rand, o *ecs.Object) *ecs.Object {
	root := o.Root.Clone()
	root.Walk(func(n *syntax.Node) bool {
		switch random.IntN(12) {
		case 0:
			if n != root {
				*n = syntax.Node{Kind: syntax.Unknown, Range: n.Range, Text: n.Text}
			}
		case 1:
			n.Incomplete = true
			n.Items = n.Items[min(1, len(n.Items)):]
			n.Members = n.Members[min(1, len(n.Members)):]
		}
		return true
	})
	return &ecs.Object{Type: o.Type, Operation: o.Operation, Root: root, File: o.File, Format: o.Format, Ordinal: 1}
}
