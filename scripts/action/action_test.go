package action

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheckArguments(t *testing.T) {
	tests := []struct {
		name string
		env  map[string]string
		want []string
	}{
		{"defaults", nil, []string{
			"DIR/work", "check", "-f", "github", "-f", "sarif=DIR/tmp/ecslint.sarif", "-f", "concise=DIR/tmp/ecslint.txt",
			"--fail-level", "error", "-f", "summary=DIR/summary", "--", ".",
		}},
		{"everything", map[string]string{
			"INPUT_PATHS": "ecs dir\n\n-odd.json\r\n$(touch hacked)", "INPUT_WORKING_DIRECTORY": "sub folder",
			"INPUT_FAIL_LEVEL": "warning", "INPUT_ARGS": "--disable\na b,\"c\"\n'*'\n", "INPUT_ANNOTATIONS": "false",
			"INPUT_SARIF_FILE": "out file.sarif", "INPUT_SUMMARY": "false",
		}, []string{
			"DIR/work/sub folder", "check", "-f", "text", "-f", "sarif=DIR/work/out file.sarif",
			"-f", "concise=DIR/tmp/ecslint.txt", "--fail-level", "warning", "--disable", `a b,"c"`, "'*'",
			"--", "ecs dir", "-odd.json", "$(touch hacked)",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRunner(t)
			r.run("check.sh", test.env)
			if r.code != 0 {
				t.Fatalf("exit code %d\n%s", r.code, r.out)
			}
			got := strings.Split(strings.TrimSuffix(r.file("calls"), "\n"), "\n")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("arguments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCheckOutputs(t *testing.T) {
	const findings = "a: b.json:1:2: error: not <this> & a.json:1:1: warning: that [one]\n" +
		"c.json:10:20: warning: it [two]\nc.json:11:2: info: so [three]\n2 files\n"
	tests := []struct {
		name    string
		env     map[string]string
		want    string // of GITHUB_OUTPUT
		summary string
	}{
		{"nothing found", nil,
			"exit-code=0 errors=0 warnings=0 findings=0 upload=true",
			"### summary\n"},
		{"findings don't fail the step", map[string]string{"FAKE_EXIT": "1", "FINDINGS": findings},
			"exit-code=1 errors=1 warnings=1 findings=3 upload=true",
			"### summary\n"},
		{"a fork's pull request", map[string]string{"GITHUB_EVENT_NAME": "pull_request", "HEAD_REPOSITORY": "fork/repo"},
			"exit-code=0 errors=0 warnings=0 findings=0 upload=false",
			"### summary\n\nNot uploaded to code scanning: a pull request from a fork has no permission to.\n"},
		{"a fork's pull request, upload demanded", map[string]string{
			"GITHUB_EVENT_NAME": "pull_request", "HEAD_REPOSITORY": "fork/repo", "INPUT_SARIF": "true", "INPUT_SUMMARY": "false"},
			"exit-code=0 errors=0 warnings=0 findings=0 upload=true", ""},
		{"an own pull request", map[string]string{
			"GITHUB_EVENT_NAME": "pull_request", "HEAD_REPOSITORY": "owner/repo", "INPUT_SUMMARY": "false"},
			"exit-code=0 errors=0 warnings=0 findings=0 upload=true", ""},
		{"no upload", map[string]string{"INPUT_SARIF": "false"},
			"exit-code=0 errors=0 warnings=0 findings=0 upload=false",
			"### summary\n"},
		{"ecslint could not run", map[string]string{"FAKE_EXIT": "2"},
			"exit-code=2 errors=0 warnings=0 findings=0 upload=false",
			"### summary\n\necslint could not do all its work (exit code 2): see the log.\n\n" +
				"Not uploaded to code scanning: ecslint could not run.\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := newRunner(t)
			r.run("check.sh", test.env)
			if r.code != 0 || !strings.Contains(r.out, "::error file=a.json,line=1::the log") {
				t.Errorf("exit code %d, log:\n%s", r.code, r.out)
			}
			var got []string
			for _, name := range []string{"exit-code", "errors", "warnings", "findings", "upload"} {
				got = append(got, name+"="+r.output(name))
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("outputs (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.summary, r.file("summary")); diff != "" {
				t.Errorf("summary (-want +got):\n%s", diff)
			}
			if v, f := r.output("version"), r.output("sarif-file"); v != "1.2.3" || f != "DIR/tmp/ecslint.sarif" {
				t.Errorf("version %q, sarif-file %q", v, f)
			}
		})
	}
}

func TestCheckRefuses(t *testing.T) {
	for name, value := range map[string]string{"INPUT_SARIF": "yes", "INPUT_SARIF_FILE": "a\nupload=true", "INPUT_WORKING_DIRECTORY": "absent"} {
		r := newRunner(t)
		r.run("check.sh", map[string]string{name: value})
		if r.code == 0 || r.file("output") != "" {
			t.Errorf("%s=%q: exit code %d, outputs %q", name, value, r.code, r.file("output"))
		}
	}
}

func TestFind(t *testing.T) {
	r := newRunner(t)
	t.Setenv("PATH", r.dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	tests := []struct {
		env               map[string]string
		code              int
		binary, build, in string // in is a part of the log
	}{
		{map[string]string{"INPUT_BINARY": r.dir + "/ecslint"}, 0, "DIR/ecslint", "false", ""},
		{map[string]string{"INPUT_BINARY": "/absent"}, 2, "", "", "no program"},
		{map[string]string{"INPUT_VERSION": "path"}, 0, "DIR/ecslint", "false", ""},
		{map[string]string{"INPUT_VERSION": "source"}, 0, "DIR/tmp/ecslint-bin/ecslint", "true", ""},
		{map[string]string{"INPUT_VERSION": "0.1.0"}, 2, "", "", "no released programs"},
	}
	for _, test := range tests {
		_ = os.Remove(filepath.Join(r.dir, "output"))
		r.run("find.sh", test.env)
		if r.code != test.code || r.output("binary") != test.binary || r.output("build") != test.build || !strings.Contains(r.out, test.in) {
			t.Errorf("%v: exit code %d, outputs %q, log %q", test.env, r.code, r.file("output"), r.out)
		}
		if hash := r.output("source"); test.build == "true" && !regexp.MustCompile(`^[0-9a-f]{40,64}$`).MatchString(hash) {
			t.Errorf("source hash %q", hash)
		}
	}
}

func TestFinish(t *testing.T) {
	for code, want := range map[string]int{"0": 0, "1": 1, "2": 2, "": 2} {
		r := newRunner(t)
		r.run("finish.sh", map[string]string{"EXIT_CODE": code, "UPLOAD_OUTCOME": "failure"})
		if r.code != want || !strings.Contains(r.file("summary"), "security-events: write") {
			t.Errorf("EXIT_CODE=%q: exit code %d, summary %q", code, r.code, r.file("summary"))
		}
	}
}

// TestSource builds the program as the action does and lints with it, so that the flags are the real ones.
func TestSource(t *testing.T) {
	r := newRunner(t)
	r.env["ECSLINT"] = filepath.Join(r.dir, "tmp", "ecslint-bin", "ecslint")
	r.run("build.sh", nil)
	if r.code != 0 {
		t.Fatalf("build.sh: exit code %d\n%s", r.code, r.out)
	}
	r.env["GITHUB_WORKSPACE"] = r.env["GITHUB_ACTION_PATH"]
	for _, folder := range []string{"clean", "broken"} {
		want := map[string]string{"clean": "0", "broken": "1"}[folder]
		_ = os.Remove(filepath.Join(r.dir, "output"))
		r.run("check.sh", map[string]string{"INPUT_WORKING_DIRECTORY": "testdata/action", "INPUT_PATHS": folder})
		if r.code != 0 || r.output("exit-code") != want || r.output("upload") != "true" {
			t.Errorf("%s: exit code %d, outputs %q\n%s", folder, r.code, r.file("output"), r.out)
		}
		if annotated := strings.Contains(r.out, "::error "); annotated != (folder == "broken") {
			t.Errorf("%s: annotations in\n%s", folder, r.out)
		}
	}
}
