package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/ecslint/ecslint/internal/catalog"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/rules"
)

// output is one report: a format, and a file or standard output.
type output struct{ format, file string }

// outputs are those that the flags ask for, else the environment.
func (f *checkFlags) outputs(stdio IO) ([]output, error) {
	const variable = "ECSLINT_FORMAT"
	words, origin := f.formats, "--format"
	if words == nil && stdio.Getenv(variable) != "" {
		words, origin = strings.Split(stdio.Getenv(variable), ","), variable
	}
	outputs, err := parseOutputs(words)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", origin, err)
	}
	return outputs, nil
}

func parseOutputs(words []string) ([]output, error) {
	if len(words) == 0 {
		return []output{{format: "text"}}, nil
	}
	var outputs []output
	files := map[string]bool{}
	for _, word := range words {
		format, file, toFile := strings.Cut(word, "=")
		if err := report.CheckFormat(format); err != nil {
			return nil, err
		}
		switch {
		case toFile && file == "":
			return nil, fmt.Errorf("no file after %q", word)
		case files[file] && file == "":
			return nil, errors.New("only one format can go to standard output: write the others to FORMAT=FILE")
		case files[file]:
			return nil, fmt.Errorf("two formats for the file %s", shown(file))
		}
		files[file] = true
		outputs = append(outputs, output{format, file})
	}
	return outputs, nil
}

func (f *checkFlags) write(stdio IO, outputs []output, r *report.Result) error {
	for _, out := range outputs {
		warnings, err := f.writeOne(stdio, out, r)
		if err != nil {
			return fmt.Errorf("writing %s: %w", out.format, err)
		}
		for _, warning := range warnings {
			fmt.Fprintf(stdio.Err, "ecslint: %s\n", warning)
		}
	}
	return nil
}

func (f *checkFlags) writeOne(stdio IO, out output, r *report.Result) (warnings []string, err error) {
	options := report.Options{SARIFRoot: projectOf(stdio.Dir), ShowUndecided: f.showUndecided, Quiet: f.quiet}
	options.FailLevel, _ = rules.ParseSeverity(f.failLevel) // refused before where it is none
	if out.file == "" {
		options.Color = stdio.useColor(f.color)
		options.Width = stdio.Terminal
		options.Links = options.Color && stdio.Terminal > 0
		return report.Write(stdio.Out, out.format, r, options)
	}
	file, err := os.Create(absolute(stdio.Dir, out.file))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return report.Write(file, out.format, r, options)
}

func reportOf(result *engine.Result, on map[string]bool, fixed int) *report.Result {
	r := &report.Result{Findings: result.Findings, Checked: len(result.Objects), Undecided: len(result.Undecided), Version: version()}
	r.Files, r.Fixed = filesOf(result), fixed
	for _, u := range result.Undecided {
		r.UndecidedPlaces = append(r.UndecidedPlaces, report.UndecidedPlace(u))
	}
	for _, file := range result.Files {
		if file.Unread {
			r.Skipped = append(r.Skipped, report.SkippedFile{Name: file.Name, Reason: file.Why})
		}
	}
	for _, rule := range catalog.All() {
		if on[rule.Name] {
			r.Rules = append(r.Rules, rule)
		}
	}
	return r
}

// filesOf counts the files that hold something of ECS or have a finding; where there are none, all that was
// looked at.
func filesOf(result *engine.Result) int {
	files := map[string]bool{}
	for _, file := range result.Files {
		if file.Objects > 0 {
			files[file.Name] = true
		}
	}
	for _, d := range result.Findings {
		files[d.File().Name] = true
	}
	if len(files) == 0 {
		return len(result.Files)
	}
	return len(files)
}
