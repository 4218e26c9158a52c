package ruletest

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"

	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestBlankingOfTemplates makes parts unknown of what templates are written with, before anything is evaluated, and of the
// objects that come of it.
func TestBlankingOfTemplates(t *testing.T) {
	host := rego.New(everyRule)
	variants := 0
	templates := formatTemplates(t)
	for _, tree := range templates {
		b := newTemplateBlanking(t, tree, host)
		b.oneByOne()
		b.atRandom(30)
		variants += b.variants
		for _, in := range tree.worlds() {
			inner := newBlanking(t, in, host)
			inner.oneByOne()
			inner.wholes()
			variants += inner.variants
		}
	}
	t.Logf("%d templates, %d variants", len(templates), variants)
}

// TestBlankingOfTemplatesOfRules takes the bad cases of the rules for templates.
func TestBlankingOfTemplatesOfRules(t *testing.T) {
	variants, templates := 0, 0
	for _, c := range templateCases(t) {
		if _, name, _ := strings.Cut(c.name, "/"); !strings.HasPrefix(name, "bad") {
			continue
		}
		for _, f := range c.files() {
			templates++
			b := newTemplateBlanking(t, templateOf(c.name+"/"+f.Name, f.Data), nil)
			b.atRandom(10)
			variants += b.variants
		}
	}
	t.Logf("%d templates, %d variants", templates, variants)
}

func TestBlankingOfTemplatesOfTheCorpus(t *testing.T) {
	host := rego.New(everyRule)
	templates, findings := 0, 0
	for _, path := range corpusFiles(t, "d-cloudformation/*") {
		tree := templateOf(path, newReader(t).file(path).Bytes)
		if tree == nil {
			continue
		}
		templates++
		b := newTemplateBlanking(t, tree, host)
		b.atRandom(5)
		findings += len(b.found)
	}
	t.Logf("%d templates, %d findings", templates, findings)
}

// templateSource is a template that can be read again after a change of its tree.
type templateSource struct {
	name string
	file *source.File
	root *syntax.Node
}

// templateOf reads a template; nil for anything else.
func templateOf(name string, data []byte) *templateSource {
	f := source.NewFile(filepath.Base(name), "/"+name, data)
	var root *syntax.Node
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		root, _ = json.Parse(f.Text())
	} else if roots, _ := yaml.Parse(f.Text()); len(roots) == 1 {
		root = roots[0]
	}
	if root == nil || !cloudformation.IsTemplate(root) {
		return nil
	}
	return &templateSource{name, f, root}
}

// formatTemplates are the templates of the cases of the formats.
func formatTemplates(t *testing.T) []*templateSource {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join(formatsFolder, "cloudformation.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var templates []*templateSource
	for _, f := range archive.Files {
		if tree := templateOf(f.Name, f.Data); tree != nil {
			templates = append(templates, tree)
		}
	}
	return templates
}

// worlds are the objects of each world of the template, without what only defaults tell.
func (s *templateSource) worlds() []input {
	worlds, _ := cloudformation.Parse(s.file, s.root).Worlds(cloudformation.Given{})
	var inputs []input
	for i, w := range worlds {
		inputs = append(inputs, input{fmt.Sprintf("%s, world %d", s.name, i), w.Evaluate(cloudformation.Choice{Blank: true}, nil).Objects})
	}
	return inputs
}

// blankable are the nodes whose values may turn out to be unknown: those of properties and of mappings. What conditions
// compare isn't among them: one that can't be decided is taken both ways.
func (s *templateSource) blankable() []*syntax.Node {
	var nodes []*syntax.Node
	add := func(n *syntax.Node) bool { nodes = append(nodes, n); return true }
	if resources := s.root.Get("Resources"); resources != nil {
		for _, r := range resources.Members {
			r.Value.Get("Properties").Walk(add)
		}
	}
	s.root.Get("Mappings").Walk(add)
	return nodes
}

// templateBlanking compares the findings in a template with those in variants of it.
type templateBlanking struct {
	t        *testing.T
	source   *templateSource
	host     *rego.Host
	found    map[fingerprint]bool
	variants int
}

func newTemplateBlanking(t *testing.T, s *templateSource, host *rego.Host) *templateBlanking {
	b := &templateBlanking{t: t, source: s, host: host, found: map[fingerprint]bool{}}
	for _, d := range s.judged(t, host) {
		b.found[fingerprint{d.Rule, d.Range}] = true
	}
	return b
}

// judged is what is found in any world.
func (s *templateSource) judged(t *testing.T, host *rego.Host) []finding {
	var all []finding
	for _, in := range s.worlds() {
		all = append(all, in.judged(t, host)...)
	}
	return all
}

func (b *templateBlanking) variant(change func(nodes []*syntax.Node) (what string)) {
	b.t.Helper()
	b.variants++
	s := &templateSource{b.source.name, b.source.file, b.source.root.Clone()}
	what := change(s.blankable())
	for _, d := range s.judged(b.t, b.host) {
		if !b.found[fingerprint{d.Rule, d.Range}] {
			b.t.Errorf("%s: %s\n  makes %s say at %s (%s): %s", s.name, what, d.Rule, place(d.Range), d.At, d.Message)
		}
	}
}

func (b *templateBlanking) oneByOne() {
	b.t.Helper()
	for i, n := range b.source.blankable() {
		for _, change := range sourceChangesOf(n) {
			b.variant(func(nodes []*syntax.Node) string { return change.apply(nodes[i]) })
		}
	}
}

func (b *templateBlanking) atRandom(times int) {
	b.t.Helper()
	variantsAtRandom(times, sourceChangesOf, b.variant)
}

// sourceChangesOf are the ways to know less of what is written. A text that is unknown here isn't even written: as one with
// a placeholder it would mean something to a template.
func sourceChangesOf(n *syntax.Node) []change {
	changes := changesOf(n)
	changes[0].do = func(n *syntax.Node) { *n = syntax.Node{Kind: syntax.Unknown, Range: n.Range} }
	return changes
}
