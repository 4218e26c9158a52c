package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/cli"
)

// TestInstancesOnTerminal draws what runs where on a terminal, and nowhere else: the instances, and of deployments the worst one.
func TestInstancesOnTerminal(t *testing.T) {
	for _, test := range []struct {
		name, count string
		drawn       []string
	}{
		{"no room", "5", []string{"AAAA", "no room for more"}},
		{"stuck", "4", []string{"AAAA", "deployment of service web", "aaaa", "start and worst moment", "For a new one there is no room"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{
				"fleet.yaml":   "containerInstances:\n  - {instanceType: m5.large, availabilityZone: eu-west-1a, registeredMemory: 8000}\n",
				"web.json":     `{"family": "web", "containerDefinitions": [{"name": "web", "image": "a", "memory": 2000}]}`,
				"service.json": `{"serviceName": "web", "taskDefinition": "web", "desiredCount": ` + test.count + `, "launchType": "EC2"}`,
			} {
				writeTo(t, filepath.Join(dir, name), []byte(text))
			}
			for columns, want := range map[int]bool{0: false, 90: true} {
				var out, errs bytes.Buffer
				got := cli.Main([]string{"simulate", "."}, cli.IO{Out: &out, Err: &errs, Dir: dir, Terminal: columns, Getenv: func(string) string { return "" }})
				if got != cli.ExitFindings {
					t.Fatalf("exit code %d: %s", got, errs.String())
				}
				_, drawing, _ := strings.Cut(out.String(), "(-v lists them)")
				for _, text := range test.drawn {
					if has := strings.Contains(drawing, text); has != want {
						t.Errorf("%d columns: %q is drawn: %v\n%s", columns, text, has, out.String())
					}
				}
			}
		})
	}
}
