package ruletest

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/cli"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
)

func TestUnsupportedFieldsAreInTheModel(t *testing.T) {
	for _, f := range slices.Concat(facts.WindowsUnsupported, facts.WindowsOnEC2Unsupported, facts.WindowsOnFargateUnsupported,
		facts.ExternalUnsupported, facts.ManagedInstancesUnsupported, facts.FargateUnsupported) {
		shape := "RegisterTaskDefinition"
		for _, step := range strings.Split(f.Member, ".") {
			name, isList := strings.CutSuffix(step, "[]")
			s, _ := ecs.ShapeOf(shape)
			m, ok := s.Member(name)
			if !ok || isList && !m.List {
				t.Errorf("%s: no %s in %s", f.Member, step, shape)
				break
			}
			shape = m.Target
		}
	}
}

func TestRetirementGoesWithTheDay(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "task-definition.json"), []byte(`{
  "family": "shop",
  "runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2016_FULL"},
  "containerDefinitions": [{"name": "web", "image": "shop:1.4.2", "memory": 256}]
}
`))
	for _, test := range []struct{ day, severity string }{
		{"2026-01-01", ""},
		{"2026-01-13", "info"},
		{"2027-01-12", "info"},
		{"2027-01-13", "warning"},
	} {
		day, err := time.Parse(time.DateOnly, test.day)
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		args := []string{"check", "--quiet", "--color=never", "--only", "retired-operating-system"}
		if code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: none, Today: day}); code > cli.ExitFindings || errs.Len() > 0 {
			t.Errorf("exit code %d: %s", code, errs.String())
		}
		if got := out.String(); test.severity == "" && got != "" || !strings.Contains(got, test.severity) {
			t.Errorf("%s: %q, want %s", test.day, got, test.severity)
		}
	}
}
