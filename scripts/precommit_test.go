// Package scripts tests what other tools read of this repository.
package scripts

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestPreCommitHooks reads the hooks as far as they can go wrong: pre-commit refuses a file with a key missing.
func TestPreCommitHooks(t *testing.T) {
	data, err := os.ReadFile("../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`^(?:- |  )([a-z_]+): (.+?)(?: #.*)?$`)
	want := map[string]string{"ecslint": "golang", "ecslint-system": "system"}
	hooks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	if len(hooks) != len(want) {
		t.Errorf("%d hooks, want %d", len(hooks), len(want))
	}
	for _, hook := range hooks {
		keys := map[string]string{}
		for _, l := range strings.Split(hook, "\n") {
			m := line.FindStringSubmatch(l)
			if m == nil {
				t.Errorf("not understood: %q", l)
				continue
			}
			keys[m[1]] = m[2]
		}
		for _, required := range []string{"id", "name", "entry", "language", "types_or"} {
			if keys[required] == "" {
				t.Errorf("hook %s: no %s", keys["id"], required)
			}
		}
		if keys["language"] != want[keys["id"]] {
			t.Errorf("hook %s: language %s, want %s", keys["id"], keys["language"], want[keys["id"]])
		}
		if !strings.HasPrefix(keys["entry"], "ecslint check ") || keys["require_serial"] != "true" {
			t.Errorf("hook %s: entry %q, require_serial %q", keys["id"], keys["entry"], keys["require_serial"])
		}
	}
}
