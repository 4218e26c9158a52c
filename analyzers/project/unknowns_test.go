package project_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/analyzers/project"
	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestUnknownsOfTemplates makes parts of the templates of all bad cases unknown, one by one: no rule across objects may
// find more than before.
func TestUnknownsOfTemplates(t *testing.T) {
	templates, variants := 0, 0
	for name, file := range badTemplates(t) {
		objects := objectsOf(t, file)
		found := judged(objects)
		templates++
		for at := range nodesOf(objects) {
			for _, change := range changes {
				variant := copied(objects)
				change(nodesOf(variant)[at])
				complainOfNew(t, name, found, variant)
				variants++
			}
		}
		for i := range objects {
			for _, variant := range [][]*ecs.Object{opened(objects), uncertain(objects, i), opened(slices.Delete(copied(objects), i, i+1))} {
				complainOfNew(t, name, found, variant)
				variants++
			}
		}
	}
	if templates == 0 {
		t.Error("no templates")
	}
	t.Logf("%d templates, %d variants", templates, variants)
}

// changes are ways to know less of a node.
var changes = []func(*syntax.Node){
	func(n *syntax.Node) { *n = syntax.Node{Kind: syntax.Unknown, Range: n.Range, Text: n.Text} },
	func(n *syntax.Node) { n.Incomplete = true },
	func(n *syntax.Node) {
		n.Incomplete = true
		n.Items, n.Members = nil, nil
	},
	func(n *syntax.Node) {
		n.Incomplete = true
		n.Items, n.Members = n.Items[:len(n.Items)/2], n.Members[:len(n.Members)/2]
	},
}

func badTemplates(t *testing.T) map[string]*source.File {
	t.Helper()
	files := map[string]*source.File{}
	for _, a := range project.All {
		archive, err := txtar.ParseFile(filepath.Join("../../testdata/rules", a.Rule.Name+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if strings.HasPrefix(f.Name, "bad") && filepath.Base(f.Name) == "template.yaml" {
				files[a.Rule.Name+"/"+f.Name] = source.NewFile(f.Name, "/"+f.Name, f.Data)
			}
		}
	}
	return files
}

// objectsOf are those of the first world of a template.
func objectsOf(t *testing.T, f *source.File) []*ecs.Object {
	t.Helper()
	roots, problems := yaml.Parse(f.Text())
	if len(roots) != 1 || len(problems) > 0 {
		t.Fatalf("%s: %v", f.Name, problems)
	}
	worlds, _ := cloudformation.Parse(f, roots[0]).Worlds(cloudformation.Given{})
	return worlds[0].Evaluate(cloudformation.Choice{}, nil).Objects
}

// copied are the objects with trees of their own.
func copied(objects []*ecs.Object) []*ecs.Object {
	var out []*ecs.Object
	for _, o := range objects {
		origin := *o.Origin
		out = append(out, &ecs.Object{Type: o.Type, Operation: o.Operation, Root: o.Root.Clone(), File: o.File, Format: o.Format, Origin: &origin})
	}
	return out
}

func opened(objects []*ecs.Object) []*ecs.Object {
	out := copied(objects)
	for _, o := range out {
		o.Origin.Open = true
	}
	return out
}

func uncertain(objects []*ecs.Object, i int) []*ecs.Object {
	out := copied(objects)
	out[i].Origin.Uncertain = true
	return out
}

func nodesOf(objects []*ecs.Object) []*syntax.Node {
	var nodes []*syntax.Node
	for _, o := range objects {
		o.Root.Walk(func(n *syntax.Node) bool {
			nodes = append(nodes, n)
			return true
		})
	}
	return nodes
}

// finding tells findings apart: ranges survive a change, names don't.
type finding struct {
	rule string
	at   source.Range
}

func judged(objects []*ecs.Object) map[finding]string {
	found := map[finding]string{}
	whole := ecs.NewProject(objects)
	for _, o := range objects {
		for _, a := range project.All {
			pass := &analysis.Pass{Object: o, Project: whole}
			pass.Run(a)
			for _, d := range pass.Findings() {
				found[finding{d.Rule, d.Range}] = d.Message
			}
		}
	}
	return found
}

func complainOfNew(t *testing.T, name string, found map[finding]string, variant []*ecs.Object) {
	t.Helper()
	for f, message := range judged(variant) {
		if _, ok := found[f]; !ok {
			p := f.at.File.Position(f.at.Start, source.CodePoints)
			t.Errorf("%s: %s at %d:%d says: %s", name, f.rule, p.Line, p.Column, message)
		}
	}
}
