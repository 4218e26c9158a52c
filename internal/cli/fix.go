package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/terminal"
)

type fixFlags struct{ write, unsafe, diff, exitNonZero bool }

func (f *fixFlags) add(flags *pflag.FlagSet) {
	flags.BoolVar(&f.write, "fix", false, "fix what can be fixed safely; with -, print the fixed text")
	flags.BoolVar(&f.unsafe, "unsafe-fixes", false, "with --fix or --diff: also fixes that may change what was meant")
	flags.BoolVar(&f.diff, "diff", false, "show what --fix would change, and change nothing; exit with 1 if that is anything")
	flags.BoolVar(&f.exitNonZero, "exit-non-zero-on-fix", false, "with --fix: exit with 1 if anything was fixed")
}

func (f *fixFlags) wanted() bool { return f.write || f.diff }

// validateFixes refuses flags that would be ignored.
func (f *checkFlags) validateFixes() error {
	switch {
	case f.fixes.unsafe && !f.fixes.wanted():
		return errors.New("--unsafe-fixes: needs --fix or --diff")
	case f.fixes.exitNonZero && (!f.fixes.write || f.fixes.diff):
		return errors.New("--exit-non-zero-on-fix: needs --fix, without --diff")
	case f.fixes.exitNonZero && f.exitZero:
		return errors.New("--exit-non-zero-on-fix and --exit-zero exclude each other")
	case f.fixes.diff && f.formats != nil:
		return errors.New("--format: --diff writes nothing but the difference")
	}
	return nil
}

type outcome = fix.Outcome[*engine.Result]

// settle checks and fixes until nothing is left to fix, without writing anything. Standard input is read once.
func (f *fixFlags) settle(ctx context.Context, o engine.Options) (outcome, error) {
	read := map[string][]byte{}
	check := func(texts map[string][]byte) (fix.Round[*engine.Result], error) {
		o.Overlay = maps.Clone(read)
		maps.Copy(o.Overlay, texts)
		result := engine.Run(ctx, o)
		o.Stdin = strings.NewReader("")
		round := fix.Round[*engine.Result]{Findings: result.Findings, Broken: map[string]int{}, Result: result}
		for _, file := range result.Files {
			if file.Source == nil {
				continue
			}
			round.Broken[file.Source.Path] = file.Broken
			if _, again := read[file.Source.Path]; file.Stdin && !again {
				read[file.Source.Path] = file.Source.Bytes
			}
		}
		return round, ctx.Err()
	}
	out, err := fix.Settle(check, f.unsafe)
	if err == nil {
		for _, file := range out.Broke {
			out.Last.Result.Failures = append(out.Last.Result.Failures, engine.Failure{
				Name: file.Name, Err: errors.New("a fix would have broken the text, and was left out: a bug of ecslint, please report it"),
			})
		}
	}
	return out, err
}

// changed are the files that fixes changed, by name.
func changed(out outcome) []engine.File {
	var files []engine.File
	for _, file := range out.Last.Result.Files {
		if file.Source == nil {
			continue
		}
		if before := out.Before[file.Source.Path]; before != nil && !bytes.Equal(before.Bytes, file.Source.Bytes) {
			files = append(files, file)
		}
	}
	return files
}

// save writes what changed, and prints standard input whether it changed or not.
func save(stdio IO, out outcome) []engine.Failure {
	var failures []engine.Failure
	for _, file := range changed(out) {
		if file.Stdin {
			continue
		}
		path := file.Source.Path
		if err := fix.Write(file.Root, path, out.Before[path].Bytes, file.Source.Bytes); err != nil {
			failures = append(failures, engine.Failure{Name: file.Name, Err: err})
		}
	}
	for _, file := range out.Last.Result.Files {
		if file.Stdin && file.Source != nil {
			if _, err := stdio.Out.Write(file.Source.Bytes); err != nil {
				failures = append(failures, engine.Failure{Name: file.Name, Err: err})
			}
		}
	}
	return failures
}

// check looks at the files, and fixes before if that is wanted. It gives what remains, and how many findings were
// fixed. Where something could not be written, that number isn't known: the files are looked at again.
func (f *checkFlags) check(ctx context.Context, stdio IO, o engine.Options) (*engine.Result, int, error) {
	if !f.fixes.write {
		return engine.Run(ctx, o), 0, ctx.Err()
	}
	out, err := f.fixes.settle(ctx, o)
	if err != nil {
		return nil, 0, err
	}
	failures := save(stdio, out)
	if len(failures) == 0 {
		return out.Last.Result, out.Fixed, nil
	}
	o.Overlay, o.Stdin = map[string][]byte{}, strings.NewReader("")
	for _, file := range out.Last.Result.Files {
		if file.Stdin && file.Source != nil {
			o.Overlay[file.Source.Path] = file.Source.Bytes
		}
	}
	result := engine.Run(ctx, o)
	result.Failures = slices.Concat(result.Failures, failures)
	return result, 0, ctx.Err()
}

// showDiff prints what fixes would change.
func (f *checkFlags) showDiff(ctx context.Context, stdio IO, o engine.Options) error {
	out, err := f.fixes.settle(ctx, o)
	if err != nil {
		return err
	}
	files := changed(out)
	for _, file := range files {
		if _, err := fmt.Fprint(stdio.Out, report.Diff(out.Before[file.Source.Path], file.Source)); err != nil {
			return err
		}
	}
	f.explain(stdio.Err, out.Last.Result)
	writeFailures(stdio.Err, out.Last.Result.Failures)
	if !f.quiet {
		fmt.Fprintf(stdio.Err, "ecslint: %s would be fixed in %s\n", terminal.Count(out.Fixed, "finding"), terminal.Count(len(files), "file"))
	}
	switch {
	case len(out.Last.Result.Failures) > 0:
		return exit(ExitFailure)
	case len(files) > 0 && !f.exitZero:
		return exit(ExitFindings)
	}
	return nil
}
