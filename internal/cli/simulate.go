package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/story"
	"github.com/ecslint/ecslint/rules"
)

// planFlags say what is simulated.
type planFlags struct {
	fleet string
	given givenFlags
}

func (f *planFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.fleet, "fleet", "", "`FILE` that tells what the cluster runs tasks on (default: the fleet file among the paths, or beside them)")
	f.given.add(flags)
}

type simulateFlags struct {
	plan        planFlags
	whatIf      whatIfFlags
	html        string
	format      string
	certificate string
	budget      int64
	timeLimit   time.Duration
	verbose     bool
}

func newSimulate(stdio IO) *cobra.Command {
	var f simulateFlags
	c := &cobra.Command{
		Use:   "simulate [flags] [PATH...]",
		Short: "Tell whether ECS finds a place for all tasks, and prove it",
		Long: `Tell whether ECS finds a place for the tasks of all services and run-task calls on the container instances, within the
quotas and in the subnets that a fleet file describes. A verdict is always, depends, never or unproven, with a proof that
"ecslint verify" checks.`,
		Example: `  ecslint simulate .
  ecslint simulate --fleet prod.fleet.yaml --certificate proof.json deploy/
  ecslint simulate --lose instance=any --at max --html report.html .`,
		RunE: func(c *cobra.Command, paths []string) error { return f.run(c.Context(), stdio, paths) },
	}
	flags := c.Flags()
	f.plan.add(flags)
	f.whatIf.add(flags)
	flags.StringVar(&f.html, "html", "", "write a report to look at to `FILE`, one page that needs nothing else")
	flags.StringVarP(&f.format, "format", "f", "text", "text or json")
	flags.StringVar(&f.certificate, "certificate", "", "write the proofs to `FILE`; where there are several, to FILE-2 and so on, too")
	flags.Int64Var(&f.budget, "budget", place.DefaultNodes, "how many `STATES` are looked at for a verdict")
	flags.DurationVar(&f.timeLimit, "time-limit", 0, "end the search after a `TIME`, as in 30s (default: the budget alone decides)")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "list all services, scenarios and assumptions")
	write := newSimulateInit(stdio)
	write.SetHelpTemplate(c.HelpTemplate() + "\nExit codes: 0 written, 2 usage or internal error, 130 interrupted.\n")
	c.AddCommand(write)
	c.SetHelpTemplate(c.HelpTemplate() + "\nExit codes: 0 always, and deployments always finish; 1 another verdict, or nothing to decide; 2 usage or internal error, 130 interrupted.\n")
	return c
}

func (f *simulateFlags) run(ctx context.Context, stdio IO, paths []string) error {
	switch {
	case f.format != "text" && f.format != "json":
		return fmt.Errorf("--format: unknown format %q: use text or json", f.format)
	case f.budget <= 0:
		return fmt.Errorf("--budget: %d is not above 0", f.budget)
	case f.timeLimit < 0:
		return fmt.Errorf("--time-limit: %s is less than 0", f.timeLimit)
	}
	plan, linked, err := f.plan.plan(ctx, stdio, paths)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err() // not all files were read
	}
	if len(plan.Jobs) == 0 && len(plan.Left) == 0 {
		return errors.New("no services and no run-task calls are among the files")
	}
	limited := ctx
	if f.timeLimit > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, f.timeLimit)
		defer cancel()
	}
	b := &bench{ctx: limited, budget: place.Budget{Nodes: f.budget}, line: newProgressLine(stdio.Err, stdio.ErrTerminal)}
	s := &story.Simulation{Plan: plan}
	cases, err := f.whatIf.cases(plan)
	if err != nil {
		return err
	}
	if plan.Fleet == nil {
		s.Fits = plan.Fits()
		s.Enough = plan.Enough(limited, linked, b.budget)
	}
	s.Judgements = b.judge(plan, "")
	if b.placed(s.Judgements) {
		s.Deployments = b.deployments(plan)
	}
	if s.WhatIf, err = b.cases(plan, cases); err != nil {
		return err
	}
	s.Remedies = map[*scenario.Judgement][]scenario.Remedy{}
	for _, j := range s.Judgements {
		s.Remedies[j] = plan.Remedies(limited, j, b.budget)
	}
	if len(f.whatIf.smallest) > 0 {
		s.Smallest = b.smallest(plan, f.whatIf.smallest)
	}
	b.line.clear()
	if ctx.Err() != nil {
		fmt.Fprintln(stdio.Err, "ecslint: interrupted: this is what was found so far")
	}
	if err := f.write(stdio, s); err != nil {
		return err
	}
	if !s.Well() || len(plan.Jobs) == 0 {
		return exit(ExitFindings)
	}
	return nil
}

func (f *simulateFlags) write(stdio IO, s *story.Simulation) error {
	if f.certificate != "" {
		var proofs []*certificate.Certificate
		for _, j := range s.Judgements {
			proofs = append(proofs, j.Proofs()...)
		}
		for _, d := range s.Deployments {
			proofs = append(proofs, d.Proofs()...)
		}
		if s.Smallest != nil && s.Smallest.Judgement != nil {
			proofs = append(append(proofs, s.Smallest.Judgement.Proofs()...), s.Smallest.Less...)
		}
		if err := writeProofs(stdio, f.certificate, proofs); err != nil {
			return err
		}
	}
	if f.html != "" {
		if err := writePage(stdio, f.html, s); err != nil {
			return err
		}
	}
	if f.format == "json" {
		return story.WriteJSON(stdio.Out, s)
	}
	if err := story.Write(stdio.Out, s, f.verbose); err != nil {
		return err
	}
	return drawInstances(stdio, s)
}

// writeProofs writes each certificate to a file of its own, those that say the same once.
func writeProofs(stdio IO, name string, proofs []*certificate.Certificate) error {
	extension := filepath.Ext(name)
	var written []string
	for _, c := range proofs {
		text, err := c.Encode()
		if err != nil {
			return err
		}
		if slices.Contains(written, string(text)) {
			continue
		}
		to := name
		if n := len(written); n > 0 {
			to = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n+1, extension)
		}
		if err := os.WriteFile(absolute(stdio.Dir, to), text, 0o644); err != nil {
			return err
		}
		written = append(written, string(text))
	}
	if len(written) == 0 {
		fmt.Fprintln(stdio.Err, "ecslint: nothing was proven: no certificate is written")
	}
	return nil
}

// shapeRules are those that a fleet has to pass.
var shapeRules = map[string]bool{
	"syntax-error": true, "unknown-key": true, "wrong-type": true, "missing-key": true, "invalid-value": true, "out-of-range": true,
	"unreadable-file": true, "duplicate-key": true,
}

// plan reads the files and derives the problems. The projects are what it was derived from.
func (f *planFlags) plan(ctx context.Context, stdio IO, paths []string) (*scenario.Plan, []*ecs.Project, error) {
	result, err := f.read(ctx, stdio, paths)
	if err != nil {
		return nil, nil, err
	}
	o, err := f.chosen(stdio, result)
	if err != nil {
		return nil, nil, err
	}
	var cluster *fleet.Fleet
	var problems []fleet.Problem
	linked := projects(result.Objects)
	if o == nil {
		if o, err = derived(stdio, linked); err != nil {
			return nil, nil, err
		}
	}
	if o != nil {
		if err := refused(stdio, o, result); err != nil {
			return nil, nil, err
		}
		if cluster, problems = fleet.Of(o); len(problems) > 0 {
			return nil, nil, unusable(o, problems)
		}
	}
	plan, problems := scenario.New(linked, cluster)
	if len(problems) > 0 {
		return nil, nil, unusable(o, problems)
	}
	return plan, linked, nil
}

// read reads the files of the call, and the fleet.
func (f *planFlags) read(ctx context.Context, stdio IO, paths []string) (*engine.Result, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	given, err := f.given.given()
	if err != nil {
		return nil, err
	}
	if f.fleet != "" {
		paths = append(slices.Clone(paths), f.fleet)
	} else if beside := fleetBeside(stdio.Dir, paths); beside != "" {
		paths = append(slices.Clone(paths), beside)
	}
	result := engine.Run(ctx, engine.Options{Dir: stdio.Dir, Paths: paths, Stdin: stdio.In, Given: given, Rules: shapeRules, OneWorld: true})
	if len(result.Failures) > 0 {
		writeFailures(stdio.Err, result.Failures)
		return nil, exit(ExitFailure)
	}
	return result, nil
}

// fleetBeside is the fleet in the folder of the files named; "" where there is none.
func fleetBeside(dir string, paths []string) string {
	for _, path := range paths {
		if info, err := os.Stat(absolute(dir, path)); err != nil || info.IsDir() {
			continue
		}
		for _, name := range []string{"fleet.yaml", "fleet.yml", "fleet.json"} {
			beside := filepath.Join(filepath.Dir(path), name)
			if _, err := os.Stat(absolute(dir, beside)); err == nil {
				return beside
			}
		}
	}
	return ""
}

// chosen is the fleet to use: that of the flag, else the only one among the files; nil where there is none.
func (f *planFlags) chosen(stdio IO, result *engine.Result) (*ecs.Object, error) {
	var all []*ecs.Object
	var names []string
	for _, o := range result.Objects {
		if o.Type == ecs.TypeFleet && (f.fleet == "" || o.File.Path == absolute(stdio.Dir, f.fleet)) {
			all = append(all, o)
			names = append(names, shown(o.File.Name))
		}
	}
	switch {
	case len(all) == 1:
		return all[0], nil
	case len(all) > 1:
		return nil, fmt.Errorf("there are several fleets: choose one by --fleet: %s", strings.Join(names, ", "))
	case f.fleet != "":
		return nil, fmt.Errorf("--fleet: %s is no fleet: docs/fleet.md tells what one holds", shown(f.fleet))
	}
	return nil, nil
}

// derived is the fleet that a template makes; nil where none makes instances, or several do.
func derived(stdio IO, linked []*ecs.Project) (*ecs.Object, error) {
	var found *fleet.Draft
	var names []string
	for _, project := range linked {
		draft := &fleet.Draft{}
		if fleet.FromTemplate(project.Objects, draft); len(draft.ContainerInstances)+len(draft.CapacityProviders) > 0 {
			found = draft
			names = append(names, shown(project.Objects[0].File.Name))
		}
	}
	switch {
	case len(names) == 1:
		return found.Object()
	case len(names) > 1:
		fmt.Fprintf(stdio.Err, "ecslint: several templates make instances, and none of them is used: name one, or write a fleet file by `ecslint simulate init`: %s\n", strings.Join(names, ", "))
	}
	return nil, nil
}

// refused reports what the schema says about the fleet: simulating another one than was meant would be worse than nothing.
func refused(stdio IO, o *ecs.Object, result *engine.Result) error {
	var found []diag.Diagnostic
	for _, d := range result.Findings {
		if d.File() == o.File {
			found = append(found, d)
		}
	}
	if len(found) == 0 {
		return nil
	}
	r := &report.Result{Findings: found, Files: 1, Checked: 1, Version: version(), Rules: []*rules.Rule{}}
	if _, err := report.Write(stdio.Err, "text", r, report.Options{Quiet: true}); err != nil {
		return err
	}
	return fmt.Errorf("the fleet in %s can't be used", shown(o.File.Name))
}

func unusable(o *ecs.Object, problems []fleet.Problem) error {
	var lines []string
	for _, p := range problems {
		line := shown(o.File.Name)
		if r := p.At.Where().Range(); !r.IsZero() {
			at := r.File.Position(r.Start, source.CodePoints)
			line = fmt.Sprintf("%s:%d:%d", line, at.Line, at.Column)
		}
		lines = append(lines, line+": "+p.Message)
	}
	return fmt.Errorf("the fleet can't be used:\n%s", strings.Join(lines, "\n"))
}

// projects are the objects that are linked with each other: those of a template, and all others.
func projects(objects []*ecs.Object) []*ecs.Project {
	var files []*source.File
	byFile := map[*source.File][]*ecs.Object{}
	for _, o := range objects {
		f := o.File
		if o.Origin == nil {
			f = nil
		}
		if !slices.Contains(files, f) {
			files = append(files, f)
		}
		byFile[f] = append(byFile[f], o)
	}
	var all []*ecs.Project
	for _, f := range files {
		all = append(all, ecs.NewProject(byFile[f]))
	}
	return all
}
