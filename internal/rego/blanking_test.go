package rego

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

type finger struct {
	rule       string
	start, end int
}

// TestBlanking proves that no built-in policy fires on what it doesn't know: whatever part of an input is made
// unknown, nothing new is found.
func TestBlanking(t *testing.T) {
	for _, input := range blankables {
		b := &blanking{t: t, host: New(all), name: input.name, text: input.text, parse: input.parse}
		original, nodes := b.original()
		if len(original) != input.findings {
			t.Fatalf("%s: %d findings", input.name, len(original))
		}
		for target := range nodes {
			b.oneByOne(original, target)
		}
		b.atRandom(original, 300)
		if len(b.findings) > 1 && b.held == 0 {
			t.Errorf("%s: nothing holds without an evaluation", input.name)
		}
	}
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
		b := &blanking{t: t, host: h, name: file, text: string(text), parse: taskDefinition}
		if original, _ := b.original(); len(original) > 0 {
			b.atRandom(original, 4)
		}
	}
}

// blanking changes copies of one text.
type blanking struct {
	t     *testing.T
	host  *Host
	name  string
	text  string
	parse func(text string) *ecs.Object

	object   *ecs.Object // as it is written
	findings []diag.Diagnostic
	held     int // findings that hold without an evaluation
}

func (b *blanking) original() (found map[finger]bool, nodes int) {
	b.object = b.parse(b.text)
	b.object, b.findings = b.find(func(int, *syntax.Node) { nodes++ })
	return fingers(b.findings), nodes
}

// find evaluates the object after change has been called for each node of it and its number.
func (b *blanking) find(change func(i int, n *syntax.Node)) (*ecs.Object, []diag.Diagnostic) {
	b.t.Helper()
	object, i := &ecs.Object{
		Type: b.object.Type, Operation: b.object.Operation, Root: b.object.Root.Clone(), File: b.object.File,
		Format: b.object.Format, Ordinal: b.object.Ordinal,
	}, 0
	object.Root.Walk(func(n *syntax.Node) bool { change(i, n); i++; return true })
	findings, _, err := b.host.Evaluate(b.t.Context(), object, Links{}, all, Encoded{})
	if err != nil {
		b.t.Fatalf("%s: %v", b.name, err)
	}
	return object, findings
}

func (b *blanking) check(original map[finger]bool, how string, change func(i int, n *syntax.Node)) {
	b.t.Helper()
	object, findings := b.find(change)
	found := fingers(findings)
	for f := range found {
		if !original[f] {
			b.t.Errorf("%s: %s: a new finding %v", b.name, how, f)
		}
	}
	for _, d := range b.findings {
		switch holds := b.host.Holds(d, b.object, object); {
		case holds && !found[finger{d.Rule, d.Range.Start, d.Range.End}]:
			b.t.Errorf("%s: %s: %s at %s holds, and isn't found", b.name, how, d.Rule, d.At)
		case holds:
			b.held++
		}
	}
}

// oneByOne knows less of one node: nothing; not all, and none, of its parts; not all, and one part less.
func (b *blanking) oneByOne(original map[finger]bool, target int) {
	b.t.Helper()
	only := func(how string, change func(n *syntax.Node)) {
		b.t.Helper()
		b.check(original, how, func(i int, n *syntax.Node) {
			if i == target {
				change(n)
			}
		})
	}
	if target > 0 { // without a root there is nothing to judge
		only("blanked", blank)
	}
	only("cut", func(n *syntax.Node) { cut(n, 0) })
	for part := range mostParts {
		only("one part less", func(n *syntax.Node) { drop(n, part) })
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

// mostParts is more than any node of the inputs above has.
const mostParts = 9

// drop makes an object or a list incomplete, without its part number i if it has so many.
func drop(n *syntax.Node, i int) {
	switch n.Kind {
	case syntax.Array:
		n.Items, n.Incomplete = slices.Delete(n.Items, min(i, len(n.Items)), min(i+1, len(n.Items))), true
	case syntax.Object:
		n.Members, n.Incomplete = slices.Delete(n.Members, min(i, len(n.Members)), min(i+1, len(n.Members))), true
	}
}

func fingers(findings []diag.Diagnostic) map[finger]bool {
	set := map[finger]bool{}
	for _, d := range findings {
		set[finger{d.Rule, d.Range.Start, d.Range.End}] = true
	}
	return set
}
