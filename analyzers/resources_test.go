package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// TestResourcesAreReadOnly: no rule has a resource of another service as its subject, so that nobody has to ask.
func TestResourcesAreReadOnly(t *testing.T) {
	cases, err := filepath.Glob("../testdata/rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, path := range cases {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if filepath.Base(file.Name) == "template.yaml" {
				asked += askAbout(t, source.NewFile(path+"/"+file.Name, "", file.Data))
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d resources", asked)
	}
}

// askAbout runs all rules over the resources of a template's worlds.
func askAbout(t *testing.T, f *source.File) (asked int) {
	t.Helper()
	roots, _ := yaml.Parse(f.Text())
	if len(roots) != 1 || !cloudformation.IsTemplate(roots[0]) {
		return 0
	}
	worlds, _ := cloudformation.Parse(f, roots[0]).Worlds(cloudformation.Given{})
	for _, w := range worlds {
		objects := w.Evaluate(cloudformation.Choice{}, nil).Objects
		pass := &analysis.Pass{Project: ecs.NewProject(objects)}
		for _, o := range objects {
			if o.Type != ecs.TypeResource {
				continue
			}
			asked++
			pass.Object = o
			for _, a := range analyzers.For(o.Type) {
				if pass.Run(a); len(pass.Findings())+len(pass.UndecidedPlaces()) > 0 {
					t.Errorf("%s: %s speaks of %s", f.Name, a.Rule.Name, o.Label())
				}
			}
			if findings, err := schema.Check(o, ""); len(findings) > 0 || err != nil || len(o.Problems) > 0 {
				t.Errorf("%s: the schema speaks of %s: %v %v", f.Name, o.Label(), findings, err)
			}
		}
	}
	return asked
}
