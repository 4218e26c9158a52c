package cloudformation_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestCorpus reads real templates and tells how much of what they say of ECS is known.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/corpus/visible/d-cloudformation/*")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	leaves := map[string]int{}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := source.NewFile(filepath.Base(path), path, data)
		roots, problems := yaml.Parse(f.Text()) // templates in JSON too, as CloudFormation does
		if len(roots) != 1 || len(problems) > 0 || !cloudformation.IsTemplate(roots[0]) {
			t.Errorf("%s is not read: %v", f.Name, problems)
			continue
		}
		worlds, complete := cloudformation.Parse(f, roots[0]).Worlds(cloudformation.Given{})
		if !complete {
			leaves["files with worlds that aren't looked at"]++
		}
		countLeaves(leaves, worlds[0])
	}
	total := leaves["known"] + leaves["known with defaults or for each allowed value"]
	for kind, n := range leaves {
		if strings.HasPrefix(kind, "unknown") {
			total += n
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(leaves)) {
		t.Logf("%5d %4.1f%% %s", leaves[kind], 100*float64(leaves[kind])/float64(total), kind)
	}
}

func countLeaves(leaves map[string]int, w *cloudformation.World) {
	certain := 0
	eachLeaf(w.Evaluate(cloudformation.Choice{Blank: true}, nil), func(n *syntax.Node) {
		if n.Kind != syntax.Unknown {
			certain++
		}
	})
	known := 0
	eachLeaf(w.Evaluate(cloudformation.Choice{}, nil), func(n *syntax.Node) {
		if n.Kind != syntax.Unknown {
			known++
			return
		}
		leaves["unknown: "+whyUnknown(n)]++
	})
	leaves["known"] += certain
	leaves["known with defaults or for each allowed value"] += known - certain
}

func eachLeaf(e *cloudformation.Evaluated, visit func(*syntax.Node)) {
	for _, o := range e.Objects {
		if o.Type == ecs.TypeResource {
			continue
		}
		o.Root.Walk(func(n *syntax.Node) bool {
			generated := n.Kind == syntax.Unknown && n.Text.Len() == 0 && !strings.ContainsAny(n.Range.File.Slice(n.Range), "! {:")
			if n.Kind != syntax.Object && n.Kind != syntax.Array && !n.Unset() && !generated {
				visit(n)
			}
			return true
		})
	}
}

var pseudo = regexp.MustCompile(`AWS::(Region|AccountId|StackName|Partition|URLSuffix|StackId)`)

func whyUnknown(n *syntax.Node) string {
	written := n.Range.File.Slice(n.Range)
	switch {
	case len(n.Refers()) > 0:
		return "a name that AWS gives to a resource of the template, which is linked"
	case strings.Contains(written, "ImportValue"):
		return "imported from another stack"
	case pseudo.MatchString(written):
		return "where it is deployed"
	case strings.Contains(written, "resolve:"):
		return "a dynamic reference"
	}
	return "a parameter without a default, or made of one"
}
