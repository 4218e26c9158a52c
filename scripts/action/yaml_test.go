package action

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	uses   = regexp.MustCompile(`^\s*(?:- )?uses: (\S+)(.*)$`)
	pinned = regexp.MustCompile(`^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}$`)
	run    = regexp.MustCompile(`^\s*(?:- )?run: (.*)$`)
)

// TestYAML holds action.yml and the workflows to what keeps them safe: actions pinned by commit, and no expression
// in a script, where its value would be run.
func TestYAML(t *testing.T) {
	paths, _ := filepath.Glob("../../.github/workflows/*.yml")
	for _, path := range append(paths, "../../action.yml") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if m := uses.FindStringSubmatch(line); m != nil && m[1] != "./" &&
				(!pinned.MatchString(m[1]) || !strings.HasPrefix(m[2], " # v")) {
				t.Errorf("%s:%d: not pinned by a commit with its version behind it: %s", path, i+1, line)
			}
			if m := run.FindStringSubmatch(line); m != nil && (strings.Contains(m[1], "${{") || strings.HasPrefix(m[1], "|")) {
				t.Errorf("%s:%d: a script with an expression, or of several lines: %s", path, i+1, line)
			}
		}
	}
}

// TestInputsAreUsed compares the inputs that action.yml declares with those that its steps read.
func TestInputsAreUsed(t *testing.T) {
	data, err := os.ReadFile("../../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	declaration, steps, _ := strings.Cut(string(data), "\nruns:")
	_, declaration, _ = strings.Cut(declaration, "\ninputs:")
	declaration, _, _ = strings.Cut(declaration, "\noutputs:")
	var declared, read []string
	for _, m := range regexp.MustCompile(`(?m)^  ([\w-]+):$`).FindAllStringSubmatch(declaration, -1) {
		declared = append(declared, m[1])
	}
	for _, m := range regexp.MustCompile(`inputs\.([\w-]+)`).FindAllStringSubmatch(steps, -1) {
		read = append(read, m[1])
	}
	slices.Sort(declared)
	slices.Sort(read)
	if diff := cmp.Diff(declared, slices.Compact(read)); diff != "" {
		t.Errorf("inputs (-declared +read):\n%s", diff)
	}
}
