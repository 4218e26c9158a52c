package ruletest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// The tests here prove that no rule fires on what it doesn't know: whatever part of an input is made unknown, nothing
// is found that wasn't found before, by rule and range.

func TestBlanking(t *testing.T) {
	host := rego.New(everyRule)
	inputs := append(badCases(t), examplesAsInputs(t)...)
	variants := 0
	for _, in := range inputs {
		b := newBlanking(t, in, host)
		b.oneByOne()
		b.atRandom(30)
		b.wholes()
		variants += b.variants
	}
	t.Logf("%d inputs, %d variants", len(inputs), variants)
}

func TestBlankingOfTheCorpus(t *testing.T) {
	files := someCorpusFiles(t, 200, "a-*/*.json", "b-*/*.json", "g-*/*.json")
	host := rego.New(everyRule)
	inputs, variants := 0, 0
	for _, file := range files {
		in := inputOf(t, file, file)
		if len(in.objects) == 0 {
			continue
		}
		inputs++
		newBlanking(t, in, nil).oneByOne() // policies take too long to run for each node of each file
		b := newBlanking(t, in, host)
		b.atRandom(6)
		b.wholes()
		variants += b.variants
	}
	t.Logf("%d inputs", inputs)
}

// fingerprint tells findings apart. Ranges survive blanking; names, and so places and messages, don't.
type fingerprint struct {
	rule string
	at   source.Range
}

// blanking compares the findings in an input with those in variants of it.
type blanking struct {
	t        *testing.T
	in       input
	host     *rego.Host // nil for rules in Go alone
	original []finding
	found    map[fingerprint]bool
	variants int
}

func newBlanking(t *testing.T, in input, host *rego.Host) *blanking {
	b := &blanking{t: t, in: in, host: host, found: map[fingerprint]bool{}}
	b.original = in.copied().judged(t, host)
	for _, d := range b.original {
		b.found[fingerprint{d.Rule, d.Range}] = true
	}
	return b
}

// variant judges the input after a change, and complains of whatever is new.
func (b *blanking) variant(change func(nodes []*syntax.Node) (what string)) {
	b.t.Helper()
	b.variants++
	in := b.in.copied()
	what := change(in.nodes())
	for _, d := range in.judged(b.t, b.host) {
		if !b.found[fingerprint{d.Rule, d.Range}] {
			b.t.Errorf("%s: %s\n  makes %s say at %s (%s): %s", b.in.name, what, d.Rule, place(d.Range), d.At, d.Message)
		}
	}
}

// oneByOne makes each node unknown, and each object and list incomplete: as it is, without its first part, without
// its last, and without all.
func (b *blanking) oneByOne() {
	b.t.Helper()
	for i, n := range b.in.nodes() {
		for _, change := range changesOf(n) {
			b.variant(func(nodes []*syntax.Node) string { return change.apply(nodes[i]) })
		}
	}
	for i := range b.in.objects {
		b.incompleteRoot(i)
	}
}

// incompleteRoot makes an object incomplete, and then takes away each of its members as well.
func (b *blanking) incompleteRoot(object int) {
	b.t.Helper()
	for drop := -1; drop < len(b.in.objects[object].Root.Members); drop++ {
		in := b.in.copied()
		root := in.objects[object].Root
		root.Incomplete = true
		if drop >= 0 {
			root.Members = append(root.Members[:drop:drop], root.Members[drop+1:]...)
		}
		b.variants++
		for _, d := range in.judged(b.t, b.host) {
			if !b.found[fingerprint{d.Rule, d.Range}] {
				b.t.Errorf("%s: object %d incomplete, without member %d\n  makes %s say at %s (%s): %s", b.in.name, object, drop, d.Rule, place(d.Range), d.At, d.Message)
			}
		}
	}
}

func (b *blanking) atRandom(times int) {
	b.t.Helper()
	variantsAtRandom(times, changesOf, b.variant)
}

// variantsAtRandom changes many nodes at once, now more of them and now fewer.
func variantsAtRandom(times int, changesOf func(*syntax.Node) []change, variant func(func([]*syntax.Node) string)) {
	random := rand.New(rand.NewPCG(1, 2))
	for range times {
		seldom := 2 + random.IntN(30)
		variant(func(nodes []*syntax.Node) string {
			what := "at random:"
			for _, n := range nodes {
				if changes := changesOf(n); random.IntN(seldom) == 0 {
					what += " " + changes[random.IntN(len(changes))].apply(n) + ";"
				}
			}
			return what
		})
	}
}

// change is a way to know less of a node.
type change struct {
	name string
	do   func(n *syntax.Node)
}

func (c change) apply(n *syntax.Node) string {
	what := fmt.Sprintf("%s %s", c.name, place(n.Range))
	c.do(n)
	return what
}

func changesOf(n *syntax.Node) []change {
	changes := []change{{"unknown", func(n *syntax.Node) {
		*n = syntax.Node{Kind: syntax.Unknown, Range: n.Range, Text: n.Text}
	}}}
	if n.Kind != syntax.Object && n.Kind != syntax.Array {
		return changes
	}
	parts := len(n.Items) + len(n.Members)
	for _, keep := range []struct {
		name     string
		from, to int
	}{{"incomplete", 0, parts}, {"without the first", min(1, parts), parts}, {"without the last", 0, max(parts-1, 0)}, {"without any part", 0, 0}} {
		changes = append(changes, change{keep.name, func(n *syntax.Node) {
			n.Incomplete = true
			if n.Kind == syntax.Array {
				n.Items = n.Items[keep.from:keep.to]
			} else {
				n.Members = n.Members[keep.from:keep.to]
			}
		}})
	}
	return changes
}

func place(r source.Range) string {
	if r.IsZero() {
		return "no place"
	}
	p := r.File.Position(r.Start, source.CodePoints)
	return fmt.Sprintf("%s:%d:%d", r.File.Name, p.Line, p.Column)
}
