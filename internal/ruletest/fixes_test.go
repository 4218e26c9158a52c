package ruletest

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/engine"
	fixes "github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/rules"
)

// untidy has what only the host's rules fix.
const untidy = `{
  "family": "old", // a comment
  "family": "web",
  # another
  "networkMode": "awsvpc", "cpu": 256,
  "cpu": "256",
  "containerDefinitions": [
    {"name": "web", "image": "nginx:1", "portMappings": [{"hostPort": 8080, "containerPort": 80,}, /* here */],
     "environment": [{"name": "A", "value": "é😀"}, {"name": "B", "value": "b"}], "secrets": [{"name": "B", "valueFrom": "/b"}],
    },
  ],
}
`

var untidyScript = "#!/bin/sh\nset -eu\naws ecs register-task-definition --cli-input-json '" + untidy + "'\n" +
	"aws ecs register-task-definition --cli-input-json \"" + strings.ReplaceAll(strings.ReplaceAll(untidy, `"`, `\"`), "/* here */", "") + "\"\n" +
	"cat > task.json <<EOF\n" + untidy + "EOF\naws ecs register-task-definition --cli-input-json file://task.json\n"

// fixInputs are files with something to fix: the bad cases, the examples, and some of this test's own.
func fixInputs(t *testing.T) []string {
	t.Helper()
	paths := filesBelow(t, examplesFolder)
	for _, f := range casesAsFolders(t, "bad") {
		paths = append(paths, filesBelow(t, f.path)...)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"untidy.json": untidy, "untidy.sh": untidyScript, "crlf.json": strings.ReplaceAll(untidy, "\n", "\r\n"),
		"bom.json": "\ufeff" + untidy, "tabs.json": strings.ReplaceAll(strings.TrimSpace(untidy), "  ", "\t"),
	} {
		path := filepath.Join(dir, name)
		write(t, path, []byte(text))
		paths = append(paths, path)
	}
	return paths
}

// look checks one file in memory with all rules but the policies, which have no fixes.
func look(path string, data []byte) *engine.Result {
	on := map[string]bool{}
	for _, r := range catalog.All() {
		on[r.Name] = r.Engine != rules.Rego
	}
	return engine.Run(context.Background(), engine.Options{
		Dir: filepath.Dir(path), Paths: []string{path}, Overlay: map[string][]byte{path: data}, Rules: on, Jobs: 1,
	})
}

// TestEachFix applies every fix by itself: the finding is gone, no text is broken, and not a byte outside of the edits
// is another.
func TestEachFix(t *testing.T) {
	applied := map[string]int{}
	for _, path := range fixInputs(t) {
		path, _ = filepath.Abs(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		before := look(path, data)
		for _, d := range before.Findings {
			for _, f := range d.Fixes {
				applied[d.Rule]++
				fixed := d.File().Apply(f.Edits)
				after := look(path, fixed)
				if n, m := count(before.Findings, d.Rule), count(after.Findings, d.Rule); m >= n {
					t.Errorf("%s: %s: %q: found %d times before and %d times after\n%s", path, d.Rule, f.Message, n, m, fixed)
				}
				if broken(after) > broken(before) {
					t.Errorf("%s: %s: %q breaks the text\n%s", path, d.Rule, f.Message, fixed)
				}
				checkOutside(t, d.File(), f.Edits, fixed)
			}
		}
	}
	t.Logf("fixes: %v", applied)
	if len(applied) < 6 {
		t.Errorf("only %d rules have fixes here", len(applied))
	}
}

func count(findings []diag.Diagnostic, rule string) (n int) {
	for _, d := range findings {
		if d.Rule == rule {
			n++
		}
	}
	return n
}

func broken(r *engine.Result) (n int) {
	for _, f := range r.Files {
		n += f.Broken
	}
	return n
}

func checkOutside(t *testing.T, f *source.File, edits []source.Edit, fixed []byte) {
	t.Helper()
	kept := 0
	for i := 0; i <= len(f.Bytes); i++ {
		for _, e := range edits {
			if e.Range.Start == i {
				if !bytes.HasPrefix(fixed[kept:], []byte(e.New)) && !f.IsUTF16() {
					t.Errorf("the new text %q isn't at byte %d", e.New, kept)
				}
				kept, i = kept+len(e.New), e.Range.End
			}
		}
		if i < len(f.Bytes) {
			if kept >= len(fixed) || fixed[kept] != f.Bytes[i] {
				t.Errorf("byte %d, outside of the edits, was changed", i)
				return
			}
			kept++
		}
	}
	if kept != len(fixed) {
		t.Errorf("%d bytes were added behind the edits", len(fixed)-kept)
	}
}

// settled fixes one file in memory.
func settled(path string, data []byte) (fixes.Outcome[*engine.Result], []byte) {
	check := func(texts map[string][]byte) (fixes.Round[*engine.Result], error) {
		now := data
		if changed, ok := texts[path]; ok {
			now = changed
		}
		r := look(path, now)
		return fixes.Round[*engine.Result]{Findings: r.Findings, Broken: map[string]int{path: broken(r)}, Result: r}, nil
	}
	out, _ := fixes.Settle(check, true)
	if text, ok := out.Texts[path]; ok {
		return out, text
	}
	return out, data
}

// TestFixesSettle fixes all there is to fix, twice: the second time changes nothing.
func TestFixesSettle(t *testing.T) {
	for _, path := range fixInputs(t) {
		path, _ = filepath.Abs(path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out, once := settled(path, data)
		for _, d := range out.Last.Findings {
			if len(d.Fixes) > 0 {
				t.Errorf("%s: %s can still be fixed", path, d.Rule)
			}
		}
		if _, twice := settled(path, once); !bytes.Equal(once, twice) {
			t.Errorf("%s: fixed once:\n%s\ntwice:\n%s", path, once, twice)
		}
	}
}

// TestFixMutations fixes what was broken at random: nothing panics, and what comes out parses at least as well.
func TestFixMutations(t *testing.T) {
	times := 20_000
	if testing.Short() {
		times = 1_000
	}
	var seeds [][]byte
	for _, path := range fixInputs(t) {
		if filepath.Ext(path) != ".json" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, data)
	}
	random := rand.New(rand.NewPCG(3, 4))
	total := 0
	for i := range times {
		data := mutate(random, seeds[random.IntN(len(seeds))], seeds[random.IntN(len(seeds))])
		total += fixMutation(t, data)
		if t.Failed() {
			t.Fatalf("mutation %d:\n%q", i, data)
		}
	}
	t.Logf("%d mutations, %d findings fixed", times, total)
}

func fixMutation(t *testing.T, data []byte) int {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	out, fixed := settled("/task-definition.json", data)
	if len(out.Broke) > 0 {
		t.Error("a fix would have broken the text")
	}
	if json.Valid(string(data)) && !json.Valid(string(fixed)) {
		t.Errorf("valid before, and not after:\n%q", fixed)
	}
	if len(out.Last.Result.Failures) > 0 {
		t.Error(out.Last.Result.Failures[0].Err)
	}
	return out.Fixed
}
