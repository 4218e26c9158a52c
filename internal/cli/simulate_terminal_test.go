package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/cli"
)

// TestInstancesOnTerminal draws what runs where on a terminal, and nowhere else.
func TestInstancesOnTerminal(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"fleet.yaml":   "containerInstances:\n  - {instanceType: m5.large, availabilityZone: eu-west-1a, registeredMemory: 8000}\n",
		"web.json":     `{"family": "web", "containerDefinitions": [{"name": "web", "image": "a", "memory": 2000}]}`,
		"service.json": `{"serviceName": "web", "taskDefinition": "web", "desiredCount": 5, "launchType": "EC2"}`,
	} {
		writeTo(t, filepath.Join(dir, name), []byte(text))
	}
	for columns, drawn := range map[int]bool{0: false, 90: true} {
		var out, errs bytes.Buffer
		got := cli.Main([]string{"simulate", "."}, cli.IO{Out: &out, Err: &errs, Dir: dir, Terminal: columns, Getenv: func(string) string { return "" }})
		if got != cli.ExitFindings {
			t.Fatalf("exit code %d: %s", got, errs.String())
		}
		if has := strings.Contains(out.String(), "AAAA"); has != drawn {
			t.Errorf("%d columns: drawn is %v:\n%s", columns, has, out.String())
		}
	}
}
