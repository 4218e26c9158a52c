package rego

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

const blankable = `{
  "family": "shop", "networkMode": "awsvpc", "taskRoleArn": "arn:aws:iam::123456789012:role/shop",
  "containerDefinitions": [
    {"name": "web", "image": "nginx", "environment": [
      {"name": "DB_PASSWORD", "value": "hunter2"},
      {"name": "DB_PASSWORD", "value": "hunter2"},
      {"name": "DB_URL", "value": "postgres://app:hunter2@db/shop"},
      {"name": "STAGE", "value": "prod"}
    ], "healthCheck": {"command": ["CMD", "true"], "interval": 30}},
    {"name": "log", "image": "fluent-bit:latest", "dockerLabels": {"a": "b"}},
    {"name": "log", "image": "redis:7", "environment": [{"name": "API_TOKEN", "value": "abcdefgh12345"}]}
  ],
  "volumes": [{"name": "data"}]
}`

type finger struct {
	rule       string
	start, end int
}

// TestBlanking proves that no built-in policy fires on what it doesn't know: whatever part of an input is made
// unknown, nothing new is found.
func TestBlanking(t *testing.T) {
	b := &blanking{t, New(all), "task.json", blankable}
	original, nodes := b.original()
	if len(original) != 6 {
		t.Fatalf("%d findings", len(original))
	}
	for target := 1; target < nodes; target++ {
		b.check(original, "blanked", func(i int, n *syntax.Node) {
			if i == target {
				blank(n)
			}
		})
		b.check(original, "cut", func(i int, n *syntax.Node) {
			if i == target {
				cut(n, 0)
			}
		})
	}
	b.atRandom(original, 300)
}

// TestBlankingOfTheCorpus does the same to real task definitions, where they are at hand.
func TestBlankingOfTheCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/visible/a-taskdef/*.json")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	h := New(all)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b := &blanking{t, h, file, string(text)}
		if original, _ := b.original(); len(original) > 0 {
			b.atRandom(original, 4)
		}
	}
}

// blanking changes copies of one text.
type blanking struct {
	t    *testing.T
	host *Host
	name string
	text string
}

func (b *blanking) original() (found map[finger]bool, nodes int) {
	found = b.find(func(int, *syntax.Node) { nodes++ })
	return found, nodes
}

// find evaluates the text after change has been called for each node and its number.
func (b *blanking) find(change func(i int, n *syntax.Node)) map[finger]bool {
	b.t.Helper()
	object, i := taskDefinition(b.text), 0
	object.Root.Walk(func(n *syntax.Node) bool { change(i, n); i++; return true })
	findings, _, err := b.host.Evaluate(b.t.Context(), object, Links{})
	if err != nil {
		b.t.Fatalf("%s: %v", b.name, err)
	}
	return fingers(findings)
}

func (b *blanking) check(original map[finger]bool, how string, change func(i int, n *syntax.Node)) {
	b.t.Helper()
	for f := range b.find(change) {
		if !original[f] {
			b.t.Errorf("%s: %s: a new finding %v", b.name, how, f)
		}
	}
}

func (b *blanking) atRandom(original map[finger]bool, times int) {
	b.t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	for range times {
		b.check(original, "at random", func(i int, n *syntax.Node) {
			switch {
			case i == 0:
			case random.IntN(8) == 0:
				blank(n)
			case random.IntN(8) == 0:
				cut(n, random.IntN(3))
			}
		})
	}
}

// blank makes a node unknown, keeping its range.
func blank(n *syntax.Node) {
	*n = syntax.Node{Kind: syntax.Unknown, Range: n.Range, Text: source.Text{}}
}

// cut makes an object or a list incomplete, with only the first keep of what it holds.
func cut(n *syntax.Node, keep int) {
	switch n.Kind {
	case syntax.Array:
		n.Items, n.Incomplete = n.Items[:min(keep, len(n.Items))], true
	case syntax.Object:
		n.Members, n.Incomplete = n.Members[:min(keep, len(n.Members))], true
	}
}

func fingers(findings []diag.Diagnostic) map[finger]bool {
	set := map[finger]bool{}
	for _, d := range findings {
		set[finger{d.Rule, d.Range.Start, d.Range.End}] = true
	}
	return set
}
