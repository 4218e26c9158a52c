package rego

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/policies"
	"github.com/ecslint/ecslint/rules"
)

func all(string) bool { return true }

func taskDefinition(text string) *ecs.Object {
	file := source.NewFile("task.json", "", []byte(text))
	root, _ := json.Parse(file.Text())
	return adapt.NewObject(file, "json", ecs.TypeTaskDefinition, "RegisterTaskDefinition", root)
}

func service(text string) *ecs.Object {
	object := taskDefinition(text)
	object.Type, object.Operation = ecs.TypeService, "CreateService"
	return object
}

// hostOf is a host of policies given as the name of the rule and the text below its import.
func hostOf(t testing.TB, deadline time.Duration, texts map[string]string) *Host {
	t.Helper()
	lib, err := fs.ReadFile(policies.Files, "lib/finding.rego")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"lib/finding.rego": {Data: lib}}
	var metadata []*rules.Rule
	for name, text := range texts {
		header := "package ecslint.taskdefinition." + packageName(name) + "\n\n"
		if strings.Contains(text, "finding.") { // an unused import doesn't compile
			header += "import data.ecslint.finding\n\n"
		}
		files["taskdefinition/"+packageName(name)+".rego"] = &fstest.MapFile{Data: []byte(header + text)}
		metadata = append(metadata, &rules.Rule{Name: name, Subject: "taskdefinition", Severity: rules.Warning})
	}
	return newHost(files, metadata, all, deadline)
}

// evaluate gives findings and undecided places as text, one in each line.
func evaluate(t testing.TB, h *Host, object *ecs.Object, links Links) (found, undecided string) {
	t.Helper()
	findings, places, err := h.Evaluate(t.Context(), object, links, all, Encoded{})
	if err != nil {
		t.Errorf("evaluate: %v", err)
	}
	for _, p := range places {
		undecided += p.At() + "\n"
	}
	return render(findings), undecided
}

func render(findings []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range findings {
		fmt.Fprintf(&b, "%s %s %s: %s [%s]\n", d.Severity, d.At, d.File().Slice(d.Range), d.Message, d.Rule)
	}
	return b.String()
}
