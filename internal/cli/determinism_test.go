package cli_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/cli"
)

// TestDeterminism wants the same bytes however the work is divided.
func TestDeterminism(t *testing.T) {
	dir := manyFiles(t)
	for _, format := range []string{"text", "concise", "json", "sarif", "github"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			args := []string{"check", "--show-undecided", "--explain-files", "--format", format, "."}
			want := outputOf(t, dir, append(slices.Clone(args), "--jobs=1"))
			for range 20 {
				if got := outputOf(t, dir, append(slices.Clone(args), "--jobs=8")); got != want {
					t.Fatalf("the output differs at: %s", firstDifference(want, got))
				}
			}
		})
	}
	t.Run("paths", func(t *testing.T) {
		t.Parallel()
		// A file that a script reads, too, is named in two ways.
		args := []string{"check", "--format=concise", filepath.Join(dir, "service-01"), "service-02", "."}
		want := outputOf(t, dir, append(slices.Clone(args), "--jobs=1"))
		for range 20 {
			if got := outputOf(t, dir, append(slices.Clone(args), "--jobs=8")); got != want {
				t.Fatalf("the output differs at: %s", firstDifference(want, got))
			}
		}
	})
}

func outputOf(t *testing.T, dir string, args []string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: func(string) string { return "" }}); code != cli.ExitFindings {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.String() + errs.String()
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q and %q", a[max(0, i-40):min(len(a), i+40)], b[max(0, i-40):min(len(b), i+40)])
		}
	}
	return "the end"
}

// manyFiles are files of all forms that name each other, with findings, broken ones among them.
func manyFiles(t *testing.T) string {
	dir := t.TempDir()
	writeTo(t, filepath.Join(dir, ".git", "HEAD"), nil)
	for i := range 12 {
		folder := filepath.Join(dir, fmt.Sprintf("service-%02d", i))
		for name, text := range map[string]string{
			"task.json": `{"family": "web-N", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "9999", "containerDefinitions": [
				{"name": "web", "image": "nginx", "cpu": "$CPU", "environment": [{"name": "DB_PASSWORD", "value": "secret-N"}]},
				{"name": "web", "image": "nginx:latest", "dependsOn": [{"containerName": "none", "condition": "START"}]}]}`,
			"service.json": `{"serviceName": "web-N", "taskDefinition": "web-N", "desiredCount": 1, "loadBalancers": [{"containerName": "api", "containerPort": 1, "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1234567890123456"}]}`,
			"deploy.sh": "aws ecs register-task-definition --cli-input-json file://task.json --memory 8192\n" +
				"aws ecs create-service --service-name web-N --task-definition web-N --desired-count $COUNT\n",
			"taskdef-broken.json": `{"family": "broken-N", "containerDefinitions": [{"name": "web" "image": "a"},,`,
			"package.json":        `{"name": "N"}`,
		} {
			writeTo(t, filepath.Join(folder, name), []byte(strings.ReplaceAll(text, "N", fmt.Sprint(i))))
		}
	}
	return dir
}
