package story

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/scenario"
)

// Worse tells whether a case is worse news than another.
func (c *Case) Worse(than *Case) bool {
	a, b := worst(c.Judgements), worst(than.Judgements)
	return a != nil && (b == nil || a.Worse(b))
}

func worst(all []*scenario.Judgement) *scenario.Judgement {
	if len(all) == 0 {
		return nil
	}
	return slices.MaxFunc(all, func(a, b *scenario.Judgement) int {
		switch {
		case a.Worse(b):
			return 1
		case b.Worse(a):
			return -1
		}
		return 0
	})
}

// Assumptions are what the verdicts of a case take for granted beside those on what is.
func (c *Case) Assumptions(s *Simulation) []string {
	known := Assumptions(s)
	return slices.DeleteFunc(assumptionsOf(c.Judgements), func(a string) bool { return slices.Contains(known, a) })
}

func (w *teller) cases(s *Simulation) {
	for _, c := range s.WhatIf {
		for _, j := range c.Judgements {
			w.judgement(j, fmt.Sprintf("if %s: ", c.Name))
		}
		for _, a := range c.Assumptions(s) {
			w.line("  assumed: %s", a)
		}
	}
}
