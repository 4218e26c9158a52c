package report_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with testdata/name, or writes it. Escape characters are shown as ␛.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "\x1b", "␛")
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func write(t *testing.T, format string, r *report.Result, o report.Options) (string, []string) {
	t.Helper()
	var b bytes.Buffer
	warnings, err := report.Write(&b, format, r, o)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), warnings
}

// file makes a file below a root that doesn't exist on disk.
func file(name, text string) *source.File { return source.NewFile(name, "/repo/"+name, []byte(text)) }

// at is the range of the first text in f.
func at(f *source.File, text string) source.Range {
	i := bytes.Index(f.Bytes, []byte(text))
	if i < 0 {
		panic(text + " is not in " + f.Name)
	}
	return source.Range{File: f, Start: i, End: i + len(text)}
}

func finding(r source.Range, message string) diag.Diagnostic {
	return diag.Diagnostic{Rule: "example-rule", Severity: rules.Warning, Message: message, Range: r}
}

func result(findings ...diag.Diagnostic) *report.Result {
	diag.Sort(findings)
	return &report.Result{Findings: findings, Files: 1, Checked: 1}
}

// everything is a result that has all there can be in a report.
func everything() *report.Result {
	task := file("deploy/task def.json", `{
  "family": "web",
  "containerDefinitions": [
    {"name": "ウェブ", "image": "nginx:latest", "privileged": true},
    {"name": "db", "environment": [{"name": "PASSWORD", "value": "hunter2hunter2"}]}
  ]
}
`)
	task.Mask(at(task, "hunter2hunter2"))
	script := file("run.sh", "aws ecs run-task \\\n\t--launch-type FARGATE \\\n\t--task-definition web\n")
	secret := diag.Diagnostic{
		Rule: "example-secret", Severity: rules.Error, Message: `PASSWORD has a plaintext value, "hunter2hunter2"`,
		Range: at(task, `"hunter2hunter2"`), Object: "task definition web", At: "containerDefinitions[db].environment[PASSWORD].value",
		Help:  "move it to `secrets`, with the ARN of a secret as valueFrom",
		Notes: []string{"Everybody who may call DescribeTaskDefinition reads it.", "Two lines:\nthe second"},
		Fixes: []diag.Fix{{
			Message: `move "hunter2hunter2"`,
			Edits:   []source.Edit{{Range: at(task, `"hunter2hunter2"`), New: `"is hunter2hunter2"`}},
		}},
	}
	secret.Mask()
	return &report.Result{
		Findings: sorted(
			diag.Diagnostic{
				Rule: "example-text", Severity: rules.Error, Message: "100% <broken>: a, b & c", Range: at(script, "aws"),
			},
			diag.Diagnostic{
				Rule: "example-tag", Severity: rules.Warning, Message: `container "ウェブ": the image has a mutable tag`,
				Range: at(task, `"nginx:latest"`), Object: "task definition web", At: "containerDefinitions[ウェブ].image",
			},
			diag.Diagnostic{
				Rule: "example-platform", Severity: rules.Error, Message: "Fargate refuses privileged containers",
				Range: at(task, "true"), Object: "task definition web", At: "containerDefinitions[ウェブ].privileged",
				Related: []diag.Related{{Range: at(script, "FARGATE"), Message: "it is run on Fargate [here](now)"}},
				Fixes: []diag.Fix{
					{Message: `remove "privileged"`, Edits: []source.Edit{{Range: at(task, `, "privileged": true`)}}},
					{Message: `set "privileged" to false`, Safe: true, Edits: []source.Edit{{Range: at(task, "true"), New: "false"}}},
				},
			},
			diag.Diagnostic{
				Rule: "example-tag", Severity: rules.Info, Message: "spans lines",
				Range: source.Range{File: task, Start: at(task, "[\n").Start, End: at(task, "  ]").End}, Object: "task definition web",
			},
			secret,
		),
		Files: 3, Checked: 2, Fixed: 2, Undecided: 1, Version: "0.1.0",
		UndecidedPlaces: []report.UndecidedPlace{
			{Rule: "example-tag", Range: at(script, "web"), Object: "task #1", At: "taskDefinition"},
		},
		Skipped: []report.SkippedFile{{Name: "big.json", Reason: "larger than 10 MB"}},
		Rules: []*rules.Rule{
			{Name: "example-platform", Title: "A container asks for what its platform refuses", Subject: "taskdefinition",
				Engine: rules.Go, Category: rules.Correctness, Severity: rules.Error},
			{Name: "example-secret", Title: "A secret stands in the open", Subject: "taskdefinition",
				Engine: rules.Rego, Category: rules.Security, Severity: rules.Error},
			{Name: "example-tag", Title: "An image tag can move", Subject: "taskdefinition",
				Engine: rules.Rego, Category: rules.Reliability, Severity: rules.Warning},
			{Name: "example-unused", Title: "Nothing here fires it", Subject: "service",
				Engine: rules.Go, Category: rules.Operations, Severity: rules.Info},
			{Name: "example-text", Title: "The text can't be read", Subject: "file",
				Engine: rules.Host, Category: rules.Correctness, Severity: rules.Error},
		},
	}
}

func sorted(findings ...diag.Diagnostic) []diag.Diagnostic {
	diag.Sort(findings)
	return findings
}

func TestFormats(t *testing.T) {
	for _, format := range report.Formats() {
		t.Run(format, func(t *testing.T) {
			got, warnings := write(t, format, everything(), report.Options{SARIFRoot: "/repo", ShowUndecided: true})
			golden(t, "everything."+format, got)
			if len(warnings) > 0 {
				t.Errorf("warnings: %q", warnings)
			}
			if strings.Contains(got, "hunter2") {
				t.Error("the secret is shown")
			}
			again, _ := write(t, format, everything(), report.Options{SARIFRoot: "/repo", ShowUndecided: true})
			if got != again {
				t.Error("a second report differs")
			}
			empty, _ := write(t, format, &report.Result{Files: 2, Checked: 3}, report.Options{})
			golden(t, "no-findings."+format, empty)
		})
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := report.Write(&bytes.Buffer{}, "sarfi", everything(), report.Options{})
	want := `unknown format "sarfi": use text, concise, json, sarif, github, gitlab, junit, checkstyle or summary (did you mean "sarif"?)`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteError(t *testing.T) {
	for _, format := range report.Formats() {
		if _, err := report.Write(full{}, format, everything(), report.Options{}); err == nil {
			t.Errorf("%s: a failed write was not reported", format)
		}
	}
}
