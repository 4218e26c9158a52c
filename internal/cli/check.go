package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/terminal"
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
	today                 string
	fixes                 fixFlags
	given                 givenFlags
	config                configFlags
}

func newCheck(stdio IO) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [flags] [PATH...]",
		Short: "Check files and folders; - is standard input (the default command)",
		Example: `  ecslint check .
  ecslint check --format text --format sarif=ecslint.sarif deploy/
  ecslint check --fix --unsafe-fixes task-definition.json
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
	f.fixes.add(flags)
	f.given.add(flags)
	f.config.add(flags)
	flags.StringVar(&f.today, "today", "", "`DATE` that decides what AWS has retired, as in 2027-06-30 (default: today)")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "how many files and objects to work on at once (default: one per core)")
	return c
}

func (f *checkFlags) run(c *cobra.Command, stdio IO, paths []string) error {
	level, err := rules.ParseSeverity(f.failLevel)
	if err != nil {
		return fmt.Errorf("--fail-level: %w", err)
	}
	if err := f.validate(paths); err != nil {
		return err
	}
	outputs, err := f.outputs(stdio)
	if err != nil {
		return err
	}
	on, err := catalog.Select(f.only, f.enable, f.disable)
	if err != nil {
		return err
	}
	if f.project != "" {
		if info, err := os.Stat(absolute(stdio.Dir, f.project)); err != nil || !info.IsDir() {
			return fmt.Errorf("--project: %s is not a folder", shown(f.project))
		}
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	settings, err := f.config.read(stdio.Dir)
	if err != nil {
		return err
	}
	if slices.Contains(paths, "-") {
		settings.Fleet = ""
	}
	if settings.Fleet != "" {
		paths = append(slices.Clone(paths), relative(stdio.Dir, settings.Fleet))
	}
	given, err := f.given.given()
	if err != nil {
		return err
	}
	today, err := f.day(stdio.Today)
	if err != nil {
		return err
	}
	o := engine.Options{
		Dir: stdio.Dir, Paths: paths, Project: f.project, Stdin: stdio.In, StdinName: f.stdinName, Rules: on, Jobs: f.jobs, Today: today,
		Given: given, Forget: true, Fleet: settings.Fleet,
	}
	if f.fixes.diff {
		return f.showDiff(c.Context(), stdio, o)
	}
	result, fixed, err := f.check(c.Context(), stdio, o)
	if err != nil {
		return err // what was found is only a part
	}
	if settings.Fleet != "" && !isFleetAmong(result.Objects, settings.Fleet) {
		return noFleet(settings.Name+": fleet", relative(stdio.Dir, settings.Fleet))
	}
	if f.fixes.write && slices.Contains(paths, "-") {
		stdio.Out, stdio.Terminal = stdio.Err, 0 // standard output has the fixed text
	}
	f.explain(stdio.Err, result)
	writeFailures(stdio.Err, result.Failures)
	if err := f.write(stdio, outputs, reportOf(result, on, fixed)); err != nil {
		return err
	}
	return f.exitCode(result, fixed, level)
}

// validate refuses flags whose value says nothing, or that would be ignored.
func (f *checkFlags) validate(paths []string) error {
	switch {
	case f.color != "auto" && f.color != "always" && f.color != "never":
		return fmt.Errorf("--color: unknown value %q: use auto, always or never", f.color)
	case f.jobs < 0:
		return fmt.Errorf("--jobs: %d is less than 0", f.jobs)
	case f.stdinName != "" && !slices.Contains(paths, "-"):
		return errors.New("--stdin-filename: no path is -, which reads standard input")
	}
	return f.validateFixes()
}

// day is the day that decides what has been retired: the flag, else that of the clock.
func (f *checkFlags) day(clock time.Time) (time.Time, error) {
	if f.today == "" {
		return clock, nil
	}
	day, err := time.Parse(time.DateOnly, f.today)
	if err != nil {
		return clock, fmt.Errorf("--today: %s is no day as in 2027-06-30", shown(f.today))
	}
	return day, nil
}

func (f *checkFlags) exitCode(result *engine.Result, fixed int, level rules.Severity) error {
	if len(result.Failures) > 0 {
		return exit(ExitFailure)
	}
	if fixed > 0 && f.fixes.exitNonZero {
		return exit(ExitFindings)
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
			fmt.Fprintf(w, "%s: read as %s: %s\n", shown(file.Name), file.Format, terminal.Count(file.Objects, "object"))
		case f.explainFiles:
			fmt.Fprintf(w, "%s: left out: %s\n", shown(file.Name), file.Why)
		case file.Named && file.Objects == 0:
			idle = append(idle, file)
		}
	}
	if f.quiet {
		return
	}
	if len(idle) > most {
		fmt.Fprintf(w, "ecslint: %d of the files named are left out (--explain-files says why)\n", len(idle))
		return
	}
	for _, file := range idle {
		fmt.Fprintf(w, "ecslint: %s is left out: %s\n", shown(file.Name), file.Why)
	}
}

func absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}
