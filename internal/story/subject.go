package story

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/terminal"
	"github.com/ecslint/ecslint/internal/value"
)

func (w *teller) fleet(s *Simulation) {
	f := s.Plan.Fleet
	if f == nil {
		return
	}
	var parts []string
	for _, g := range f.Groups {
		parts = append(parts, fmt.Sprintf("%d x %s", g.Count, g.Name))
	}
	if f.OnDemandVCPUs != nil {
		parts = append(parts, fmt.Sprintf("%d vCPU on Fargate On-Demand", f.OnDemandVCPUs.VCPUs))
	}
	if f.SpotVCPUs != nil {
		parts = append(parts, fmt.Sprintf("%d vCPU on Fargate Spot", f.SpotVCPUs.VCPUs))
	}
	if n := len(f.Subnets); n > 0 {
		parts = append(parts, terminal.Count(n, "subnet"))
	}
	switch {
	case len(parts) > 0:
	case len(f.Untold) > 0:
		parts = []string{"instances of which it doesn't tell"}
	default:
		parts = []string{"no instances"}
	}
	name := ""
	if f.Cluster != "" {
		name = " of cluster " + f.Cluster
	}
	const few = 6
	if len(parts) > few && !w.verbose {
		parts = append(parts[:few], fmt.Sprintf("%d more", len(parts)-few))
	}
	w.line("Fleet%s (%s): %s", name, f.Object.File.Name, strings.Join(parts, ", "))
}

func (w *teller) jobs(s *Simulation) {
	const few = 5
	for i, j := range s.Plan.Jobs {
		if i == few && !w.verbose && len(s.Plan.Jobs) > few+1 {
			w.line("  and %d more", len(s.Plan.Jobs)-few)
			return
		}
		w.line("  %s: %s (%s)", j.Name, j.Wants(), placeIn(j.Object.File, j.CountAt))
	}
}

// placeIn is file:line of a place.
func placeIn(f *source.File, at value.Located) string {
	r := usedAt(at)
	if r.IsZero() {
		return f.Name
	}
	return fmt.Sprintf("%s:%d", r.File.Name, lineOf(at))
}

// usedAt is where a value is used, if that is another place than where it is defined.
func usedAt(at value.Located) source.Range {
	if use := at.Where().Use(); !use.IsZero() {
		return use
	}
	return at.Where().Range()
}

// lineOf is 1-based; 1 where a place has no text.
func lineOf(at value.Located) int {
	r := usedAt(at)
	if r.IsZero() {
		return 1
	}
	return r.File.Position(r.Start, source.CodePoints).Line
}

func (w *teller) fits(fits []scenario.Fit) {
	for _, f := range fits {
		switch {
		case f.Types == 0:
			w.line("%s: a task fits on no instance type", f.Job.Name)
		default:
			w.line("%s: a task fits on %d of %d instance types, of the smallest: %s", f.Job.Name, f.Types, f.Of, strings.Join(f.Smallest, ", "))
		}
	}
}

func (w *teller) needs(s *Simulation) {
	if len(s.Plan.Needs) > 0 {
		w.line("Fargate: schedules if %s", strings.Join(s.Plan.Needs, " and "))
	}
}

func (w *teller) left(s *Simulation) {
	const few = 3
	for i, l := range s.Plan.Left {
		if i == few && !w.verbose {
			w.line("not simulated: %d more (-v lists them)", len(s.Plan.Left)-few)
			return
		}
		w.line("not simulated: %s (%s): %s", masked(l.Object.File, l.Name), placeIn(l.Object.File, l.At), l.Why)
	}
}

func masked(f *source.File, name string) string {
	name, _ = diag.MaskNames(f, name, "")
	return name
}
