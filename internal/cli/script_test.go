package cli_test

import (
	"flag"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ecslint/ecslint/internal/cli"
)

var update = flag.Bool("update", false, "write the goldens in testdata/cli anew")

// TestScripts runs the command line as its users do. Beside testscript's own commands there is
//
//	ecslint ARGS...         must end with exit code 0
//	code N ecslint ARGS...  must end with exit code N
//	input FILE              what the next call reads from standard input
//	write FILE TEXT         writes TEXT; both are Go strings without their quotes: \x00, \r, \n
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "../../testdata/cli",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ecslint": func(ts *testscript.TestScript, neg bool, args []string) { call(ts, neg, cli.ExitOK, args) },
			"code":    code,
			"input":   input,
			"write":   writeFile,
		},
	})
}

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
