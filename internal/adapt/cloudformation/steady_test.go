package cloudformation_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestWorldsShare evaluates all worlds of a template beside each other, with and without defaults, and each by itself: what
// they share changes nothing.
func TestWorldsShare(t *testing.T) {
	worlds := 0
	for _, file := range templates(t) {
		f := source.NewFile(file.Name, "", file.Data)
		roots, _ := yaml.Parse(f.Text())
		if len(roots) != 1 || !cloudformation.IsTemplate(roots[0]) {
			continue
		}
		worldsOf := func() []*cloudformation.World {
			worlds, _ := cloudformation.Parse(f, roots[0]).Worlds(cloudformation.Given{})
			return worlds
		}
		for i, w := range worldsOf() {
			worlds++
			for _, c := range []cloudformation.Choice{{}, {Blank: true}, {}} {
				beside, alone := describeAll(w.Evaluate(c, nil)), describeAll(worldsOf()[i].Evaluate(c, nil))
				if beside != alone {
					t.Errorf("%s, world %d, blank %t: beside others\n%s\nalone\n%s", file.Name, i, c.Blank, beside, alone)
				}
			}
		}
	}
	if worlds < 10 {
		t.Errorf("only %d worlds", worlds)
	}
}

// templates are those of the formats' cases, and the real ones where they lie beside the project.
func templates(t *testing.T) []txtar.File {
	t.Helper()
	archive, err := txtar.ParseFile("../../../testdata/formats/cloudformation.txtar")
	if err != nil {
		t.Fatal(err)
	}
	paths, _ := filepath.Glob("../../../../shared/corpus/visible/d-cloudformation/*")
	files := archive.Files
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: path, Data: data})
	}
	return files
}

func describeAll(e *cloudformation.Evaluated) string {
	var b strings.Builder
	for _, o := range e.Objects {
		fmt.Fprintf(&b, "%s after %q, uncertain %t, %v, %v\n", o.Label(), o.Origin.DependsOn, o.Origin.Uncertain, o.Unread, o.Problems)
		o.Root.Walk(func(n *syntax.Node) bool {
			fmt.Fprintf(&b, "  %d %d-%d %q %q %t used %d-%d", n.Kind, n.Range.Start, n.Range.End, n, n.Refers(), n.Incomplete, n.Use().Start, n.Use().End)
			for _, m := range n.Members {
				fmt.Fprintf(&b, " %s", m.Key)
			}
			b.WriteByte('\n')
			return true
		})
	}
	fmt.Fprintf(&b, "%q %q", e.Assumed, e.Chosen)
	return b.String()
}
