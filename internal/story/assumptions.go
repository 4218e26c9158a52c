package story

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

func (w *teller) assumptions(s *Simulation) {
	all := Assumptions(s)
	if !w.verbose {
		if n := len(all); n > 0 {
			w.line("%s (-v lists them)", terminal.Count(n, "assumption"))
		}
		return
	}
	for _, a := range all {
		w.line("assumed: %s", a)
	}
}

// Assumptions are what all verdicts on what is take for granted, each once.
func Assumptions(s *Simulation) []string {
	all := assumptionsOf(s.Judgements)
	for _, d := range s.Deployments {
		for _, a := range d.Assumed {
			if !slices.Contains(all, a) {
				all = append(all, a)
			}
		}
	}
	return all
}

func assumptionsOf(judgements []*scenario.Judgement) []string {
	var all []string
	for _, j := range judgements {
		shown, _ := j.Shows()
		for _, a := range shown.Problem.Assumptions {
			if !slices.Contains(all, a) && !strings.HasPrefix(a, scenario.InScenario) {
				all = append(all, a)
			}
		}
	}
	return all
}
