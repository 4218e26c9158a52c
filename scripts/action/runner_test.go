// Package action tests the steps of the GitHub Action: the scripts are run as a runner does.
package action

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fake stands for ecslint: it writes down its arguments, fills the files that it is asked for and ends as told.
const fake = `#!/usr/bin/env bash
if [[ $1 == version ]]; then echo "ecslint 1.2.3"; exit; fi
printf '%s\n' "$PWD" "$@" >"$CALLS"
for arg in "$@"; do
  case $arg in
    sarif=*) echo '{}' >"${arg#sarif=}" ;;
    concise=*) printf '%s' "$FINDINGS" >"${arg#concise=}" ;;
    summary=*) echo "### summary" >"${arg#summary=}" ;;
  esac
done
echo "::error file=a.json,line=1::the log"
exit "$FAKE_EXIT"
`

// runner is what GitHub gives to a step.
type runner struct {
	t    *testing.T
	dir  string
	env  map[string]string
	code int
	out  string
}

func newRunner(t *testing.T) *runner {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	dir := filepath.Join(t.TempDir(), "a repo with spaces")
	for _, sub := range []string{"tmp", "work", "work/sub folder"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(dir, "ecslint")
	if err := os.WriteFile(program, []byte(fake), 0o755); err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return &runner{t: t, dir: dir, env: map[string]string{
		"GITHUB_ACTION_PATH": root,
		"GITHUB_WORKSPACE":   dir + "/work", "GITHUB_REPOSITORY": "owner/repo", "GITHUB_EVENT_NAME": "push",
		"GITHUB_OUTPUT": dir + "/output", "GITHUB_STEP_SUMMARY": dir + "/summary", "RUNNER_TEMP": dir + "/tmp",
		"ECSLINT": program, "CALLS": dir + "/calls", "FINDINGS": "", "FAKE_EXIT": "0",
		"INPUT_VERSION": "source", "INPUT_BINARY": "",
		"INPUT_PATHS": ".", "INPUT_WORKING_DIRECTORY": ".", "INPUT_FAIL_LEVEL": "error", "INPUT_ARGS": "",
		"INPUT_SARIF": "auto", "INPUT_SARIF_FILE": "", "INPUT_ANNOTATIONS": "true", "INPUT_SUMMARY": "true",
		"HEAD_REPOSITORY": "", "EXIT_CODE": "", "UPLOAD_OUTCOME": "",
	}}
}

func (r *runner) run(script string, env map[string]string) {
	r.t.Helper()
	if _, err := os.ReadFile(script); err != nil { // also tells go test that a change of it needs a new run
		r.t.Fatal(err)
	}
	cmd := exec.Command("bash", script)
	cmd.Env = os.Environ()
	for name, value := range r.env {
		if changed, ok := env[name]; ok {
			value = changed
		}
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	out, err := cmd.CombinedOutput()
	r.out, r.code = string(out), cmd.ProcessState.ExitCode()
	if r.code < 0 {
		r.t.Fatalf("%s: %v\n%s", script, err, out)
	}
}

// file is a file that the scripts wrote; "" when they didn't. The test's own folder is shown as DIR.
func (r *runner) file(name string) string {
	data, _ := os.ReadFile(filepath.Join(r.dir, name))
	return strings.ReplaceAll(string(data), r.dir, "DIR")
}

func (r *runner) output(name string) string {
	for line := range strings.Lines(r.file("output")) {
		if value, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), name+"="); ok {
			return value
		}
	}
	return ""
}
