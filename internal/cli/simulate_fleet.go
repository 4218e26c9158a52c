package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/report"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

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
		return nil, noFleet(f.fleetBy, f.fleet)
	}
	for _, file := range result.Files {
		if file.Objects == 0 && document.IsFleetName(file.Name) {
			fmt.Fprintf(stdio.Err, "ecslint: %s isn't used: it is no fleet: docs/fleet.md tells what one holds\n", shown(file.Name))
		}
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

// shapeRules are those that a fleet has to pass.
var shapeRules = map[string]bool{
	"syntax-error": true, "unknown-key": true, "wrong-type": true, "missing-key": true, "invalid-value": true, "out-of-range": true,
	"unreadable-file": true, "duplicate-key": true,
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
