package cli

import (
	"context"
	"slices"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
)

// planFlags say what is simulated.
type planFlags struct {
	fleet   string
	fleetBy string // what names it
	given   givenFlags
	config  configFlags
}

func (f *planFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.fleet, "fleet", "", "`FILE` that tells what the cluster runs tasks on (default: that of the settings, else the fleet file among the paths, or beside them)")
	f.given.add(flags)
	f.config.add(flags)
}

// plan reads the files and derives the problems. The projects are what it was derived from.
func (f *planFlags) plan(ctx context.Context, stdio IO, paths []string) (*scenario.Plan, []*ecs.Project, error) {
	settings, err := f.config.read(stdio.Dir)
	if err != nil {
		return nil, nil, err
	}
	f.fleetBy = "--fleet"
	if f.fleet == "" && settings.Fleet != "" {
		f.fleet, f.fleetBy = relative(stdio.Dir, settings.Fleet), settings.Name+": fleet"
	}
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
	ofTemplate := o == nil
	if ofTemplate {
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
		if ofTemplate {
			cluster.MadeByTemplate()
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
