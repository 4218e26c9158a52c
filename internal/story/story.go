// Package story tells what came of a simulation, for people and for other programs.
package story

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Simulation is what came of a simulation.
type Simulation struct {
	Plan       *scenario.Plan
	Judgements []*scenario.Judgement // of each question of the plan
	WhatIf     []*Case
	Drains     []*Drained

	// Deployments are those of services on container instances, where their tasks can be placed.
	Deployments []*scenario.Deployment

	Scalings     []*scenario.Scaling     // of capacity providers with managed scaling
	Rebalancings []*scenario.Rebalancing // of services with Availability Zone rebalancing, where their tasks can be placed

	Remedies map[*scenario.Judgement][]scenario.Remedy
	Smallest *scenario.Smallest // nil where that wasn't asked
	Fits     []scenario.Fit     // without a fleet: on what the tasks fit
	Enough   *scenario.Enough   // without a fleet: how many instances of one type are enough; nil where that isn't known
}

// Case is what comes of the questions if something is otherwise.
type Case struct {
	Name       string // "us-east-1a is lost"
	Judgements []*scenario.Judgement
}

// Worst is the verdict that counts, of what is and of all cases: Always where there is no question.
func (s *Simulation) Worst() place.Verdict {
	worst := place.Always
	all := slices.Clone(s.Judgements)
	for _, c := range s.WhatIf {
		all = append(all, c.Judgements...)
	}
	for _, scaling := range s.Scalings {
		if j := scaling.Judgement; j != nil {
			all = append(all, j)
		}
	}
	for _, j := range all {
		if j.Verdict != place.Always && worst != place.Never {
			worst = j.Verdict
		}
	}
	return worst
}

// Well tells whether all is always placed, all deployments and drains always finish, and rebalancing isn't stuck.
func (s *Simulation) Well() bool {
	return s.Worst() == place.Always &&
		!slices.ContainsFunc(s.Drains, func(d *Drained) bool { return d.Verdict != place.AlwaysFinishes }) &&
		!slices.ContainsFunc(s.Rebalancings, func(r *scenario.Rebalancing) bool { return r.Lacking != "" }) &&
		!slices.ContainsFunc(s.Deployments, func(d *scenario.Deployment) bool { return d.Verdict != place.AlwaysFinishes })
}

// Write tells people what came of a simulation; all of it where verbose.
func Write(to io.Writer, s *Simulation, verbose bool) error {
	w := &teller{Writer: bufio.NewWriter(to), verbose: verbose}
	w.fleet(s)
	w.jobs(s)
	for _, j := range s.Judgements {
		w.judgement(j, "")
		w.remedies(s.Remedies[j])
	}
	w.scalings(s.Scalings)
	w.deployments(s.Deployments)
	w.rebalancings(s.Rebalancings)
	w.cases(s)
	w.drains(s)
	w.smallest(s.Smallest, Assumptions(s))
	w.fits(s.Fits)
	if e := s.Enough; e != nil {
		w.line("enough: %d x %s: every run places all tasks; with one less: %s", e.Count, e.InstanceType, e.Below)
	}
	w.needs(s)
	w.left(s)
	w.assumptions(s)
	return w.Flush()
}

type teller struct {
	*bufio.Writer
	verbose bool
}

func (w *teller) line(format string, args ...any) {
	fmt.Fprintln(w, terminal.Plain(fmt.Sprintf(format, args...)))
}
