package ruletest

import (
	"testing"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/schema"
)

// finding is one of the object with the number object.
type finding struct {
	diag.Diagnostic
	object int
}

// judged runs all rules over the input: those in Go, the schemas, and the policies where host isn't nil.
func (in input) judged(t *testing.T, host *rego.Host) []finding {
	t.Helper()
	project := ecs.NewProject(in.objects)
	fed := schema.FedFiles(in.objects)
	var found []finding
	add := func(object int, list []diag.Diagnostic) {
		for _, d := range list {
			found = append(found, finding{d, object})
		}
	}
	for i, o := range in.objects {
		for _, a := range analyzers.For(o.Type) {
			pass := &analysis.Pass{Object: o, Project: project}
			pass.Run(a)
			add(i, pass.Findings())
		}
		shape, err := schema.Check(o, fed[o.File])
		if err != nil {
			t.Errorf("%s: %v", in.name, err)
		}
		add(i, shape)
		if host == nil {
			continue
		}
		policies, _, err := host.Evaluate(t.Context(), o, rego.Links{TaskDefinition: project.TaskDefinitionOf(o)}, everyRule, rego.Encoded{})
		if err != nil {
			t.Errorf("%s: %v", in.name, err)
		}
		add(i, policies)
	}
	return found
}

func everyRule(string) bool { return true }
