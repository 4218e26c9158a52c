package cli_test

import (
	"flag"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ecslint/ecslint/internal/cli"
)

var update = flag.Bool("update", false, "write the goldens in testdata/cli and testdata/simulate anew")

// TestScripts runs the command line as its users do. Beside testscript's own commands there is
//
//	ecslint ARGS...         must end with exit code 0; check runs only a few rules unless it is told which, and what simulate tells other
//	                        programs has to fit its schema
//	code N ecslint ARGS...  must end with exit code N
//	input FILE              what the next call reads from standard input
//	write FILE TEXT         writes TEXT; both are Go strings without their quotes: \x00, \r, \n
func TestScripts(t *testing.T) { runScripts(t, "../../testdata/cli") }

// TestSimulations runs the simulator on what is worked out in AWS's documentation, and on what people have reported.
func TestSimulations(t *testing.T) { runScripts(t, "../../testdata/simulate") }

func runScripts(t *testing.T, dir string) {
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ecslint": func(ts *testscript.TestScript, neg bool, args []string) { call(ts, neg, cli.ExitOK, args) },
			"code":    code,
			"input":   input,
			"write":   writeFile,
		},
	})
}

// coreRules are enough for these tests. New rules don't change the goldens.
var coreRules = []string{
	"container-sum-over-task", "duplicate-container-name", "fargate-task-size", "mutable-image-tag", "unknown-load-balancer-target",
	"syntax-error", "json-encoding", "unread-reference", "unreadable-file", "internal-error",
}

// isCheck reports a call of check, also as the default command, that doesn't choose rules itself.
func isCheck(args []string) bool {
	if len(args) == 0 || slices.ContainsFunc(args, func(a string) bool { return selects.MatchString(a) }) {
		return false
	}
	others := []string{"explain", "rules", "dump", "simulate", "verify", "version", "completion", "help", "__complete", "--help", "--version"}
	return !slices.Contains(others, args[0]) && !slices.Contains(args, "--help")
}

var selects = regexp.MustCompile(`^--(only|enable|disable)\b`)

// stdinKey names the variable that holds the file for the next call.
const stdinKey = "STDIN_FILE"

func input(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv(stdinKey, args[0]) }

func code(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || args[1] != "ecslint" {
		ts.Fatalf("usage: code N ecslint ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	call(ts, neg, want, args[2:])
}

func call(ts *testscript.TestScript, neg bool, want int, args []string) {
	if neg {
		ts.Fatalf("say which exit code: code N ecslint ...")
	}
	if isCheck(args) {
		args = append(args, "--only", strings.Join(coreRules, ","))
	}
	stdio := cli.IO{In: strings.NewReader(""), Dir: ts.MkAbs("."), Getenv: ts.Getenv}
	if name := ts.Getenv(stdinKey); name != "" {
		stdio.In = strings.NewReader(ts.ReadFile(name))
		ts.Setenv(stdinKey, "")
	}
	work := ts.Getenv("WORK")
	out := &withoutPath{to: ts.Stdout(), path: work}
	errs := &withoutPath{to: ts.Stderr(), path: work}
	stdio.Out, stdio.Err = out, errs
	got := cli.Main(args, stdio)
	out.flush(ts)
	errs.flush(ts)
	if got != want {
		ts.Fatalf("exit code %d, not %d", got, want)
	}
	if got != cli.ExitFailure {
		checkJSON(ts, args, stdio)
	}
}

// withoutPath collects output and writes $WORK for the folder of the test, so that goldens are the same everywhere.
type withoutPath struct {
	to   io.Writer
	path string
	strings.Builder
}

// version is the program's own in reports; it changes with each release.
var version = regexp.MustCompile(`("name": "ecslint",\s+"version": ")[^"]*`)

func (w *withoutPath) flush(ts *testscript.TestScript) {
	text := strings.ReplaceAll(w.String(), w.path, "$WORK")
	_, err := io.WriteString(w.to, version.ReplaceAllString(text, "${1}VERSION"))
	ts.Check(err)
}

func writeFile(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(unescape(ts, args[0])), []byte(unescape(ts, strings.Join(args[1:], " "))), 0o644))
}

func unescape(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return text
}
