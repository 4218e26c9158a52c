package story

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/place"
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

// remedies are only those that were decided anew.
func (w *teller) remedies(all []scenario.Remedy) {
	for _, r := range all {
		w.line("  help: with %s every run places all tasks", r.Name)
	}
}

func (w *teller) smallest(s *scenario.Smallest, known []string) {
	switch {
	case s == nil:
		return
	case s.Judgement == nil:
		w.line("smallest fleet: none was found: %s", s.Why)
		return
	}
	w.line("smallest fleet: %s: %s", s.Fleet, Verdict(s.Judgement))
	if len(s.Less) == 0 {
		w.line("  fewer than one can't be")
	}
	for i, c := range s.Less {
		if i == 0 || w.verbose {
			w.line("  with one instance less: %s", c.Claim())
		}
	}
	switch {
	case s.Judgement.Verdict == place.Always:
	case s.Always.Counts == nil:
		w.line("  no fleet slightly larger was found on which every run places all tasks")
	default:
		w.line("  on %s every run places all tasks", s.Always)
	}
	for _, a := range besides(s.Judgement, known) {
		w.line("  assumed: %s", a)
	}
}

// besides are the assumptions of a judgement that aren't known already.
func besides(j *scenario.Judgement, known []string) []string {
	return slices.DeleteFunc(assumptionsOf([]*scenario.Judgement{j}), func(a string) bool { return slices.Contains(known, a) })
}
