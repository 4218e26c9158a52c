package engine_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/engine"
)

// TestYAMLInCircles reads workflows and tasks that name each other, which must not wait for each other.
func TestYAMLInCircles(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"a.yml": "on: push\njobs: {a: {steps: [{run: 'aws ecs register-task-definition --cli-input-yaml file://b.yml'}]}}",
		"b.yml": "on: push\njobs: {a: {steps: [{run: 'aws ecs register-task-definition --cli-input-yaml file://a.yml'}]}}",
		"c.sh":  "aws ecs register-task-definition --cli-input-yaml file://d.yml",
		"d.yml": "family: x\ncontainerDefinitions: [{name: a, image: 'a:1', command: [aws, ecs, x]}]",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	result := engine.Run(t.Context(), engine.Options{Dir: dir, Paths: []string{"."}, Jobs: 4})
	if len(result.Failures) > 0 || len(result.Files) != len(files) {
		t.Errorf("%v, %d files", result.Failures, len(result.Files))
	}
}

// TestForeignYAMLIsLeft checks that YAML without ECS is left.
func TestForeignYAMLIsLeft(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\n", 20_000)
	if err := os.WriteFile(filepath.Join(dir, "k8s.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	result := check(t, dir, ".")
	if why := result.Files[0].Why; why != "YAML without ECS" {
		t.Error(why)
	}
}

// TestSecretsInYAML checks that no secret of a workflow is in a finding.
func TestSecretsInYAML(t *testing.T) {
	dir := t.TempDir()
	text := "on: push\nenv: {DB_PASSWORD: canary-1}\njobs:\n  a:\n    steps:\n      - run: |\n          aws ecs register-task-definition --family x \\\n" +
		"            --container-definitions '[{\"name\": \"a\", \"image\": \"a:latest\", \"environment\": [{\"name\": \"API_TOKEN\", \"value\": \"canary-2\"}, {\"name\": \"API_TOKEN\", \"value\": \"'$DB_PASSWORD'\"}]}]'\n"
	if err := os.WriteFile(filepath.Join(dir, "x.yml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	result := check(t, dir, ".")
	if len(result.Findings) == 0 {
		t.Fatal("no findings")
	}
	for _, d := range result.Findings {
		f := d.File()
		for line := range f.Lines() {
			if shown := f.ShowText(line + 1); strings.Contains(shown, "canary") {
				t.Fatalf("shown: %s", shown)
			}
		}
		if all := d.Message + d.Help + strings.Join(d.Notes, " "); strings.Contains(all, "canary") {
			t.Errorf("said: %s", all)
		}
	}
}
