package rego

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/internal/ecs"
)

const shop = `{
  "family": "shop",
  "containerDefinitions": [
    {"name": "web", "image": "nginx", "environment": [
      {"name": "DB_PASSWORD", "value": "hunter2"},
      {"name": "TOKEN_TTL", "value": "300"},
      {"name": "DB_URL", "value": "postgres://app:hunter2@db/shop"}
    ]},
    {"name": "log", "image": "fluent-bit:latest"},
    {"image": "redis:latest"}
  ]
}`

func TestBuiltInPolicies(t *testing.T) {
	found, undecided := evaluate(t, New(all), taskDefinition(shop), Links{})
	const want = `info containerDefinitions[web].logConfiguration "web": container "web": no logConfiguration: what the container prints is lost with it, unless its host collects logs [no-log-configuration]
info containerDefinitions[web].readonlyRootFilesystem "web": container "web": the root file system is writable, as in all containers of the task [writable-root-file-system]
warning containerDefinitions[web].image "nginx": container "web": the image has no tag: that means latest, which moves with every push [mutable-image-tag]
warning containerDefinitions[web].environment[DB_PASSWORD].value "hunter2": container "web": the environment variable DB_PASSWORD holds a secret in plain text [plaintext-secret]
warning containerDefinitions[web].environment[DB_URL].value "postgres://app:hunter2@db/shop": container "web": an environment variable holds the password of a URL in plain text [plaintext-secret]
info containerDefinitions[log].logConfiguration "log": container "log": no logConfiguration: what the container prints is lost with it, unless its host collects logs [no-log-configuration]
warning containerDefinitions[log].image "fluent-bit:latest": container "log": the image has the tag latest, which moves with every push [mutable-image-tag]
info containerDefinitions[2].logConfiguration {: no logConfiguration: what the container prints is lost with it, unless its host collects logs [no-log-configuration]
warning containerDefinitions[2].image "redis:latest": the image has the tag latest, which moves with every push [mutable-image-tag]
`
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
	if undecided != "" {
		t.Errorf("undecided: %s", undecided)
	}
}

func TestOnlyEnabledPoliciesRun(t *testing.T) {
	h := New(func(rule string) bool { return rule == "plaintext-secret" })
	if found, _ := evaluate(t, h, taskDefinition(shop), Links{}); strings.Contains(found, "mutable-image-tag") || found == "" {
		t.Errorf("found:\n%s", found)
	}
	if got := h.subjects; len(got) != 1 || got[0] != ecs.TypeTaskDefinition {
		t.Errorf("subjects: %v", got)
	}
}

func TestNothingIsCompiledWithoutNeed(t *testing.T) {
	compiled := 0
	h := New(all)
	for subject, load := range h.programs {
		h.programs[subject] = func() (*program, error) { compiled++; return load() }
	}
	task := taskDefinition(`{"taskDefinition": "shop"}`)
	task.Type = ecs.TypeTask
	for _, object := range []*ecs.Object{task, taskDefinition(`[]`), taskDefinition(``)} {
		if findings, _, err := h.Evaluate(t.Context(), object, Links{}, all, Encoded{}); err != nil || findings != nil {
			t.Errorf("%v %v", findings, err)
		}
	}
	if compiled > 0 {
		t.Error("compiled")
	}
	if evaluate(t, h, taskDefinition(shop), Links{}); compiled != 1 {
		t.Errorf("compiled %d times", compiled)
	}
	if len(New(func(string) bool { return false }).subjects) > 0 {
		t.Error("subjects of disabled policies")
	}
}

func TestSeverityOfAFinding(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{
		"lowered": `report contains finding.severity(finding.at(input, "family", "so"), "info")`,
		"odd":     `report contains finding.severity(finding.at(input, "family", "so"), "fatal")`,
	})
	findings, _, err := h.Evaluate(t.Context(), taskDefinition(`{"family": "f"}`), Links{}, all, Encoded{})
	if got := render(findings); got != "info family \"f\": so [lowered]\n" {
		t.Errorf("found:\n%s", got)
	}
	if err == nil || !strings.Contains(err.Error(), `policy odd: unknown severity "fatal"`) {
		t.Errorf("error: %v", err)
	}
}

func TestConcurrentEvaluation(t *testing.T) {
	h := New(all)
	h.Warm(ecs.TypeTaskDefinition)
	want, _ := evaluate(t, New(all), taskDefinition(shop), Links{})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 5 {
				if got, _ := evaluate(t, h, taskDefinition(shop), Links{}); got != want {
					t.Errorf("got:\n%s", got)
				}
			}
		})
	}
	wait.Wait()
}

func TestEqualObjectsKeepTheirPlaces(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{"pull": `report contains finding.at(mount, "readOnly", "writable") if {
	some container in input.containerDefinitions
	some mount in container.mountPoints
	not mount.readOnly
}`})
	found, _ := evaluate(t, h, taskDefinition(`{"containerDefinitions": [
  {"name": "a", "mountPoints": [{"sourceVolume": "v"}, {"sourceVolume": "v"}]},
  {"name": "b", "mountPoints": [{"sourceVolume": "v", "readOnly": "false"}]},
  {"name": "c", "mountPoints": [{"sourceVolume": "v", "readOnly": "true"}]}
]}`), Links{})
	const want = `warning containerDefinitions[a].mountPoints[0].readOnly {: container "a": writable [pull]
warning containerDefinitions[a].mountPoints[1].readOnly {: container "a": writable [pull]
warning containerDefinitions[b].mountPoints[0].readOnly "false": container "b": writable [pull]
`
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
}

func TestHugeNumberIsUnknown(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{
		"small":  `report contains finding.at(input, "y", "small") if not input.y`,
		"family": `report contains finding.at(input, "family", "named") if input.family`,
		"float":  `report contains finding.at(input, "x", "large") if input.x > 1e300`,
	})
	found, undecided := evaluate(t, h, taskDefinition(`{"family": "f", "y": 1e400000, "x": 1.5e308}`), Links{})
	if want := "warning family \"f\": named [family]\nwarning x 1.5e308: large [float]\n"; found != want || undecided != "y\n" {
		t.Errorf("found:\n%sundecided:\n%s", found, undecided)
	}
}

func TestEndlessPolicyCostsOnlyItsOwnFindings(t *testing.T) {
	h := hostOf(t, 200*time.Millisecond, map[string]string{
		"endless": `report contains finding.at(input, "", "never") if {
	some a in numbers.range(1, 100000)
	some b in numbers.range(1, 100000)
	a * b == -1
}`,
		"family": `report contains finding.at(input, "family", "named") if input.family`,
	})
	findings, _, err := h.Evaluate(t.Context(), taskDefinition(shop), Links{}, all, Encoded{})
	if got := render(findings); got != "warning family \"shop\": named [family]\n" {
		t.Errorf("found:\n%s", got)
	}
	if err == nil || err.Error() != "policy endless: stopped after 200ms" {
		t.Errorf("error: %v", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := h.Evaluate(cancelled, taskDefinition(shop), Links{}, all, Encoded{}); err == nil {
		t.Error("no error when cancelled")
	}
}

func TestBrokenPolicies(t *testing.T) {
	const family = `report contains finding.at(input, "family", "named") if input.family`
	for text, want := range map[string]string{
		"r := 1 if input.family\n\nr := 2 if input.family\n\nreport contains finding.at(input, \"\", \"x\") if r": "conflict",
		`report contains "text"`: "is no finding",
		`report contains {"at": "containerDefinitions[nope]", "msg": "x"}`: `"containerDefinitions[nope]", which is no place`,
	} {
		h := hostOf(t, time.Minute, map[string]string{"broken": text, "family": family})
		findings, _, err := h.Evaluate(t.Context(), taskDefinition(shop), Links{}, all, Encoded{})
		if got := render(findings); got != "warning family \"shop\": named [family]\n" {
			t.Errorf("%s: found:\n%s", text, got)
		}
		if err == nil || !strings.HasPrefix(err.Error(), "policy broken: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error: %v", text, err)
		}
	}
	for _, text := range []string{`report contains x`, `report contains http.send({})`, `report[x] {`} {
		if _, _, err := hostOf(t, time.Minute, map[string]string{"broken": text}).Evaluate(t.Context(), taskDefinition(shop), Links{}, all, Encoded{}); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

func TestHelpAndObjectLabel(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{"named": `report contains finding.help(finding.at(input, "", "named"), "rename it")`})
	findings, _, err := h.Evaluate(t.Context(), taskDefinition(shop), Links{}, all, Encoded{})
	if err != nil || len(findings) != 1 || findings[0].Help != "rename it" || findings[0].Object != "task definition shop" {
		t.Errorf("%+v %v", findings, err)
	}
}
