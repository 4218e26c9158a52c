package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/rules"
)

type checkFlags struct {
	formats               []string
	failLevel             string
	exitZero              bool
	only, enable, disable []string
	project               string
	stdinName             string
	color                 string
	showUndecided         bool
	explainFiles          bool
	quiet                 bool
	jobs                  int
}

func newCheck(stdio IO) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [flags] [PATH...]",
		Short: "Check files and folders; - is standard input (the default command)",
		Example: `  ecslint check .
  ecslint check --format text --format sarif=ecslint.sarif deploy/
  aws ecs describe-task-definition --task-definition web | ecslint check -`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, stdio, args) },
	}
	flags := c.Flags()
	flags.StringArrayVarP(&f.formats, "format", "f", nil, "output `FORMAT[=FILE]`, repeatable: "+strings.Join(report.Formats(), ", "))
	flags.StringVar(&f.failLevel, "fail-level", "error", "lowest severity that makes the exit code 1: error, warning or info")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even if there are findings")
	flags.StringSliceVar(&f.only, "only", nil, "run only these `RULES` or categories")
	flags.StringSliceVar(&f.enable, "enable", nil, "switch `RULES` or categories on")
	flags.StringSliceVar(&f.disable, "disable", nil, "switch `RULES` or categories off")
	flags.StringVar(&f.project, "project", "", "read links from all of `DIR`, report only the files named")
	flags.StringVar(&f.stdinName, "stdin-filename", "", "`NAME` of what - reads")
	flags.StringVar(&f.color, "color", "auto", "colours: auto, always or never")
	flags.BoolVar(&f.showUndecided, "show-undecided", false, "list the places where a rule can't decide")
	flags.BoolVar(&f.explainFiles, "explain-files", false, "say on standard error why each file was taken or left out")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print findings only, no summary")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "how many files and objects to work on at once (default: one per core)")
	return c
}

func (f *checkFlags) run(c *cobra.Command, stdio IO, paths []string) error {
	level, err := rules.ParseSeverity(f.failLevel)
	if err != nil {
		return fmt.Errorf("--fail-level: %w", err)
	}
	if f.color != "auto" && f.color != "always" && f.color != "never" {
		return fmt.Errorf("--color: unknown value %q: use auto, always or never", f.color)
	}
	if len(f.formats) == 0 && stdio.Getenv("ECSLINT_FORMAT") != "" {
		f.formats = strings.Split(stdio.Getenv("ECSLINT_FORMAT"), ",")
	}
	outputs, err := parseOutputs(f.formats)
	if err != nil {
		return err
	}
	on, err := catalog.Select(f.only, f.enable, f.disable)
	if err != nil {
		return err
	}
	if f.project != "" {
		if info, err := os.Stat(absolute(stdio.Dir, f.project)); err != nil || !info.IsDir() {
			return fmt.Errorf("--project: %s is not a folder", f.project)
		}
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	result := engine.Run(c.Context(), engine.Options{
		Dir: stdio.Dir, Paths: paths, Project: f.project, Stdin: stdio.In, StdinName: f.stdinName, Rules: on, Jobs: f.jobs,
	})
	f.explain(stdio.Err, result)
	for _, failure := range result.Failures {
		fmt.Fprintf(stdio.Err, "ecslint: %s: %v\n", failure.Name, failure.Err)
	}
	if err := f.write(stdio, outputs, result, on); err != nil {
		return err
	}
	return f.exitCode(result, level)
}

func (f *checkFlags) exitCode(result *engine.Result, level rules.Severity) error {
	if len(result.Failures) > 0 {
		return exit(ExitFailure)
	}
	for _, d := range result.Findings {
		if d.Severity >= level && !f.exitZero {
			return exit(ExitFindings)
		}
	}
	return nil
}

// explain says what became of the files. Without the flag only of named ones that hold nothing of ECS.
func (f *checkFlags) explain(w io.Writer, result *engine.Result) {
	const most = 3
	var idle []engine.File
	for _, file := range result.Files {
		switch {
		case f.explainFiles && file.Objects > 0:
			fmt.Fprintf(w, "%s: read as %s: %s\n", file.Name, file.Format, count(file.Objects, "object"))
		case f.explainFiles:
			fmt.Fprintf(w, "%s: left out: %s\n", file.Name, file.Why)
		case file.Named && file.Objects == 0:
			idle = append(idle, file)
		}
	}
	if f.quiet {
		return
	}
	if len(idle) > most {
		fmt.Fprintf(w, "ecslint: %d of the files named hold nothing of ECS (--explain-files says why)\n", len(idle))
		return
	}
	for _, file := range idle {
		fmt.Fprintf(w, "ecslint: %s holds nothing of ECS: %s\n", file.Name, file.Why)
	}
}

// output is one report: a format, and a file or standard output.
type output struct{ format, file string }

func parseOutputs(words []string) ([]output, error) {
	if len(words) == 0 {
		return []output{{format: "text"}}, nil
	}
	var outputs []output
	toStdout := 0
	for _, word := range words {
		format, file, _ := strings.Cut(word, "=")
		if err := report.CheckFormat(format); err != nil {
			return nil, fmt.Errorf("--format: %w", err)
		}
		if file == "" {
			toStdout++
		}
		outputs = append(outputs, output{format, file})
	}
	if toStdout > 1 {
		return nil, errors.New("--format: only one format can go to standard output: write the others to FORMAT=FILE")
	}
	return outputs, nil
}

func (f *checkFlags) write(stdio IO, outputs []output, result *engine.Result, on map[string]bool) error {
	r := reportOf(result, on)
	for _, out := range outputs {
		options := report.Options{SARIFRoot: sarifRoot(stdio.Dir), ShowUndecided: f.showUndecided, Quiet: f.quiet}
		w := stdio.Out
		if out.file == "" {
			options.Color = stdio.useColor(f.color)
			options.Width = stdio.Terminal
			options.Links = options.Color && stdio.Terminal > 0
		} else {
			file, err := os.Create(absolute(stdio.Dir, out.file))
			if err != nil {
				return err
			}
			defer file.Close()
			w = file
		}
		warnings, err := report.Write(w, out.format, r, options)
		if err != nil {
			return fmt.Errorf("writing %s: %w", out.format, err)
		}
		for _, warning := range warnings {
			fmt.Fprintf(stdio.Err, "ecslint: %s\n", warning)
		}
	}
	return nil
}

func reportOf(result *engine.Result, on map[string]bool) *report.Result {
	r := &report.Result{Findings: result.Findings, Checked: len(result.Objects), Undecided: len(result.Undecided), Version: version()}
	files := map[string]bool{}
	for _, file := range result.Files {
		if file.Objects > 0 {
			files[file.Name] = true
		}
	}
	for _, d := range result.Findings {
		files[d.File().Name] = true
	}
	r.Files = len(files)
	if r.Files == 0 {
		r.Files = len(result.Files) // all that was looked at
	}
	for _, u := range result.Undecided {
		r.UndecidedPlaces = append(r.UndecidedPlaces, report.UndecidedPlace(u))
	}
	for _, rule := range catalog.All() {
		if on[rule.Name] {
			r.Rules = append(r.Rules, rule)
		}
	}
	return r
}

// sarifRoot is what paths in reports for code hosting are relative to: the root of the repository.
func sarifRoot(dir string) string {
	if root, ok := engine.GitRoot(dir); ok {
		return root
	}
	return dir
}

func absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
