package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/rules"
)

// folder writes files, by their slash separated names, into an empty folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), []byte(content))
	}
	return dir
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// allRules is the selection of a call without flags.
func allRules(t testing.TB) map[string]bool {
	t.Helper()
	on, err := catalog.Select(nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return on
}

// goRules are all rules but the policies.
func goRules(t testing.TB) map[string]bool {
	t.Helper()
	on := allRules(t)
	for _, r := range catalog.All() {
		on[r.Name] = r.Engine != rules.Rego
	}
	return on
}

// checkText runs rules over a text that is named like a file.
func checkText(name, text string, on map[string]bool) *engine.Result {
	return engine.Run(context.Background(), engine.Options{
		Dir: os.TempDir(), Paths: []string{"-"}, Stdin: strings.NewReader(text), StdinName: name, Rules: on, Jobs: 1,
	})
}

// check runs all rules over paths of dir.
func check(t testing.TB, dir string, paths ...string) *engine.Result {
	t.Helper()
	return engine.Run(context.Background(), engine.Options{Dir: dir, Paths: paths, Rules: allRules(t)})
}

// rulesOf are the rules of the findings in one file, with their messages.
func rulesOf(r *engine.Result, file string) []string {
	var rules []string
	for _, d := range r.Findings {
		if d.File().Name == file {
			rules = append(rules, d.Rule+": "+d.Message)
		}
	}
	return rules
}

// requireSound fails on findings that lie outside of their file, and on failures of the program itself.
func requireSound(t testing.TB, r *engine.Result) {
	t.Helper()
	for _, f := range r.Failures {
		t.Errorf("%s: %v", f.Name, f.Err)
	}
	for _, d := range r.Findings {
		requireInside(t, d)
	}
}

func requireInside(t testing.TB, d diag.Diagnostic) {
	t.Helper()
	if d.File() == nil || d.Range.Start < 0 || d.Range.End < d.Range.Start || d.Range.End > len(d.File().Bytes) {
		t.Errorf("%s lies outside of its file: %+v", d.Rule, d.Range)
	}
	if d.Rule == "internal-error" || strings.Contains(d.Message, "%!") {
		t.Errorf("%s: %s", d.Rule, d.Message)
	}
}

const good = `{"family": "good", "containerDefinitions": [{"name": "web", "image": "nginx:1.27", "memory": 128}]}`

// bad has a finding that any other file beside it must not hide.
const bad = `{"family": "bad", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "4096",
 "containerDefinitions": [{"name": "web", "image": "nginx:1.27"}]}`

func requireBadFound(t testing.TB, r *engine.Result) {
	t.Helper()
	for _, d := range r.Findings {
		if d.Rule == "fargate-task-size" && strings.HasSuffix(d.File().Name, "bad.json") {
			return
		}
	}
	t.Error("the finding in the file beside it is lost")
}
