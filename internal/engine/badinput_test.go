package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/engine"
)

// rich uses most of what rules read.
const rich = `{
  "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "512", "memory": "1024",
  "executionRoleArn": "arn:aws:iam::123456789012:role/exec", "volumes": [{"name": "data"}],
  "containerDefinitions": [{
    "name": "web", "image": "nginx:1.27", "cpu": 256, "memory": 512, "memoryReservation": 256, "essential": true,
    "portMappings": [{"containerPort": 80, "hostPort": 80}], "mountPoints": [{"sourceVolume": "data", "containerPath": "/d"}],
    "environment": [{"name": "A", "value": "b"}], "secrets": [{"name": "S", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/s"}],
    "dependsOn": [{"containerName": "side", "condition": "START"}], "startTimeout": 30, "stopTimeout": 30,
    "healthCheck": {"command": ["CMD", "true"], "interval": 30, "timeout": 5, "retries": 3},
    "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 2048}],
    "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g", "awslogs-region": "eu-west-1"}}
  }, {"name": "side", "image": "busybox:1.36", "essential": false, "command": ["sh", "-c", "echo \"\u00e9\""]}]
}`

const script = `#!/bin/sh
aws ecs register-task-definition --family web --cpu 256 --memory 512 --requires-compatibilities FARGATE \
  --container-definitions '[{"name": "web", "image": "nginx:1.27", "environment": [{"name": "A", "value": "b"}]}]'
aws ecs create-service --service-name web --task-definition web --desired-count 2 --deployment-configuration maximumPercent=200,minimumHealthyPercent=100
`

// TestCutOffAnywhere reads files that end at every byte, as an editor and a full disk leave them. The policies, which
// are compiled anew for each call, look at some of them.
func TestCutOffAnywhere(t *testing.T) {
	for name, whole := range map[string]string{"web.json": rich, "web.sh": script} {
		t.Run(name, func(t *testing.T) {
			all, goOnly := allRules(t), goRules(t)
			for end := range len(whole) {
				on := goOnly
				if end%16 == 0 {
					on = all
				}
				r := checkText(name, whole[:end], on)
				requireSound(t, r)
				if name == "web.json" && len(r.Findings) == 0 {
					t.Error("no finding")
				}
				if t.Failed() {
					t.Fatalf("cut off at byte %d", end)
				}
			}
		})
	}
}

// TestAbsurdNumbers puts numbers that no type holds into every numeric field.
func TestAbsurdNumbers(t *testing.T) {
	number := regexp.MustCompile(`: (\d+)|: "(\d+)"`)
	on := goRules(t)
	for _, absurd := range []string{"1e4000000", "-1e4000000", "9223372036854775808", "-9223372036854775809", "1e-4000000", "0.1", "-0", "99999999999999999999999999999999999999999"} {
		for _, at := range number.FindAllStringSubmatchIndex(rich, -1) {
			from, to := max(at[2], at[4]), max(at[3], at[5])
			r := checkText("web.json", rich[:from]+absurd+rich[to:], on)
			requireSound(t, r)
			if len(r.Objects) != 1 {
				t.Fatalf("%s at byte %d: %d objects", absurd, from, len(r.Objects))
			}
		}
	}
}

// TestWrongKinds puts a value of each other kind where each value stands.
func TestWrongKinds(t *testing.T) {
	value := regexp.MustCompile(`: ("[^"]*"|\d+|true|false)`)
	on := allRules(t)
	for _, other := range []string{"null", "true", "7", `""`, `"x"`, "[]", "{}", "[null]", `[{}, 1, "x", null]`, `{"a": [{}]}`} {
		for _, at := range value.FindAllStringSubmatchIndex(rich, -1) {
			r := checkText("web.json", rich[:at[2]]+other+rich[at[3]:], on)
			requireSound(t, r)
			if t.Failed() {
				t.Fatalf("%s in the place of %s", other, rich[at[2]:at[3]])
			}
		}
	}
}

// TestHugeInput keeps what is too large or too deep from taking the rest with it.
func TestHugeInput(t *testing.T) {
	const depth, anything = 200_000, "*"
	large := func() []byte { return []byte(`{"family": "` + strings.Repeat("x", 50<<20) + `"}`) }
	for name, c := range map[string]struct {
		file    string
		content []byte
		found   string // in the file when it is named; "" for nothing
	}{
		"50 MB":                 {"large.json", large(), "unreadable-file: too large: 50.0 MiB; ecslint reads files up to 10 MiB"},
		"deep lists":            {"deep.json", []byte(strings.Repeat("[", depth) + strings.Repeat("]", depth)), "syntax-error: nested too deep"},
		"deep lists, cut off":   {"deep.json", []byte(strings.Repeat("[", depth)), "syntax-error: nested too deep"},
		"deep objects":          {"deep.json", []byte(strings.Repeat(`{"a":`, depth) + "1" + strings.Repeat("}", depth)), "syntax-error: nested too deep"},
		"deep in a definition":  {"task.json", []byte(`{"containerDefinitions": [{"name": "a", "image": ` + strings.Repeat("[", depth) + "}]}"), "syntax-error: nested too deep"},
		"deep in a script":      {"deep.sh", []byte("aws ecs create-service --cli-input-json '" + strings.Repeat("[", depth) + "'\n"), anything},
		"deep shell":            {"deep.sh", []byte("aws ecs list-services\n" + strings.Repeat("$(", depth)), ""},
		"500 containers":        {"long.json", []byte(`{"family": "a", "containerDefinitions": [` + strings.Repeat(`{"name": "a", "image": "b:1"},`, 500) + "1]}"), "duplicate-container-name"},
		"NUL bytes":             {"nul.json", []byte("{\"family\":\x00\"web\"}"), "unreadable-file: not text: it holds a NUL byte"},
		"binary, no extension":  {"program", []byte("\x7fELF\x00\x00\x01"), ""},
		"control characters":    {"c.json", []byte("{\"family\": \"a\x01\x1b[31m\", \"containerDefinitions\": []}"), "syntax-error: a line break or control character"},
		"UTF-16, cut in a unit": {"u.json", []byte("\xff\xfe{\x00\"\x00a"), "json-encoding"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t, map[string]string{"bad.json": bad})
			write(t, filepath.Join(dir, c.file), c.content)
			r := check(t, dir, c.file, "bad.json")
			requireSound(t, r)
			requireBadFound(t, r)
			if got := strings.Join(rulesOf(r, c.file), "\n"); !strings.Contains(got, c.found) && c.found != anything || c.found == "" && got != "" {
				t.Errorf("found %.300q, not %q", got, c.found)
			}
			r = check(t, dir, ".")
			requireSound(t, r)
			requireBadFound(t, r)
		})
	}
}

// TestTooLargeInFolder says that a large file was left out, without making a finding of somebody's data.
func TestTooLargeInFolder(t *testing.T) {
	dir := folder(t, map[string]string{"good.json": good})
	write(t, filepath.Join(dir, "data.json"), make([]byte, engine.MaxFileSize+1))
	r := check(t, dir, ".")
	if found := rulesOf(r, "data.json"); found != nil {
		t.Errorf("findings: %v", found)
	}
	var unread []string
	for _, f := range r.Files {
		if f.Unread {
			unread = append(unread, fmt.Sprintf("%s: %s", f.Name, f.Why))
		}
	}
	want := "data.json: too large: 10.0 MiB; ecslint reads files up to 10 MiB"
	if len(unread) != 1 || unread[0] != want {
		t.Errorf("unread: %q, not %q", unread, want)
	}
}

// TestUnreadable works for root too only where the mode of a file binds root.
func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads everything: the mode of a file proves nothing")
	}
	dir := folder(t, map[string]string{"bad.json": bad, "secret.json": good, "closed/x.json": good})
	for _, name := range []string{"secret.json", "closed"} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(path, 0o755) })
	}
	r := check(t, dir, ".")
	requireSound(t, r)
	requireBadFound(t, r)
	for _, name := range []string{"secret.json", "closed"} {
		if got := rulesOf(r, name); len(got) != 1 || got[0] != "unreadable-file: can't be read: permission denied" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if r := check(t, dir, "secret.json"); len(r.Failures) != 1 {
		t.Errorf("named: %v", r.Failures)
	}
}
