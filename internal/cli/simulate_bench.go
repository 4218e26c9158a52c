package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/story"
)

// bench is what questions are decided with.
type bench struct {
	ctx    context.Context
	budget place.Budget
	line   *progressLine
}

// simulate decides all that a plan and options ask.
func (b *bench) simulate(plan *scenario.Plan, linked []*ecs.Project, f *whatIfFlags) (*story.Simulation, error) {
	cases, err := f.cases(plan)
	if err != nil {
		return nil, err
	}
	s := &story.Simulation{Plan: plan, Remedies: map[*scenario.Judgement][]scenario.Remedy{}}
	if plan.Fleet == nil {
		s.Fits = plan.Fits()
		s.Enough = plan.Enough(b.ctx, linked, b.budget)
	}
	s.Judgements = b.judge(plan, "")
	s.Scalings = b.scalings(plan)
	if b.placed(s.Judgements) {
		s.Deployments = b.deployments(plan)
		s.Rebalancings = plan.Rebalancings(b.ctx, b.budget)
	}
	if s.WhatIf, err = b.cases(plan, cases); err != nil {
		return nil, err
	}
	if s.Drains, err = b.drains(plan, f.drain); err != nil {
		return nil, err
	}
	for _, j := range s.Judgements {
		s.Remedies[j] = plan.Remedies(b.ctx, j, b.budget)
	}
	if len(f.smallest) > 0 {
		s.Smallest = b.smallest(plan, f.smallest)
	}
	return s, nil
}

// judge decides the questions of a plan.
func (b *bench) judge(plan *scenario.Plan, supposed string) []*scenario.Judgement {
	var all []*scenario.Judgement
	for _, q := range plan.Questions {
		name := supposed + q.Name
		all = append(all, scenario.Judge(b.ctx, q, b.budget, func(nodes int64, bound string) {
			b.line.update(name, nodes, b.budget.Nodes, bound)
		}))
	}
	return all
}

// cases decides what comes of the cases. Once the search has to end no further case is begun.
func (b *bench) cases(plan *scenario.Plan, cases []supposed) ([]*story.Case, error) {
	var all []*story.Case
	for _, c := range cases {
		var worst *story.Case
		for _, changes := range c.alternatives {
			if worst != nil && b.ctx.Err() != nil {
				break
			}
			var names []string
			for _, change := range changes {
				names = append(names, change.Name)
			}
			is := &story.Case{Name: strings.Join(names, " and ")}
			changed, problems := plan.With(changes...)
			if len(problems) > 0 {
				return nil, unusable(plan.Fleet.Object, problems)
			}
			is.Judgements = b.judge(changed, "if "+is.Name+": ")
			for _, j := range is.Judgements {
				j.Suppose(&c.given)
			}
			if worst == nil || is.Worse(worst) {
				worst = is
			}
		}
		if n := len(c.alternatives); n > 1 {
			worst.Name += fmt.Sprintf(" (the worst of %d)", n)
		}
		all = append(all, worst)
	}
	return all, nil
}

func (b *bench) scalings(plan *scenario.Plan) []*scenario.Scaling {
	return plan.Scalings(b.ctx, b.budget, func(nodes int64, bound string) {
		b.line.update("managed scaling", nodes, b.budget.Nodes, bound)
	})
}

// drained is the name in a --drain.
func drained(option string) (string, error) {
	name, ok := strings.CutPrefix(option, "instance=")
	if !ok || name == "" {
		return "", fmt.Errorf("--drain: %s isn't instance=NAME", shown(option))
	}
	return name, nil
}

// drains decides what comes of draining instances: of those that one option is about the worst is told.
func (b *bench) drains(plan *scenario.Plan, options []string) ([]*story.Drained, error) {
	var all []*story.Drained
	for _, option := range options {
		name, err := drained(option)
		if err != nil {
			return nil, err
		}
		drains, err := plan.Drains(b.ctx, name, b.budget, func(nodes int64, bound string) {
			b.line.update("draining", nodes, b.budget.Nodes, bound)
		})
		if err != nil {
			return nil, fmt.Errorf("--drain: %w", err)
		}
		worst := slices.MaxFunc(drains, func(a, b *scenario.Drain) int { return a.Verdict.Severity() - b.Verdict.Severity() })
		for _, c := range worst.Proofs() {
			c.Given = &certificate.Given{Drain: option}
		}
		all = append(all, &story.Drained{Drain: worst, Of: len(drains)})
	}
	return all, nil
}

func (b *bench) smallest(plan *scenario.Plan, types []string) *scenario.Smallest {
	return plan.Smallest(b.ctx, types, b.budget, func(nodes int64, bound string) {
		b.line.update("smallest fleet", nodes, b.budget.Nodes, bound)
	})
}

// placed tells whether all tasks can be placed: else there is nothing to deploy anew.
func (b *bench) placed(all []*scenario.Judgement) bool {
	return b.ctx.Err() == nil && !slices.ContainsFunc(all, func(j *scenario.Judgement) bool { return !j.CanRun() })
}

func (b *bench) deployments(plan *scenario.Plan) []*scenario.Deployment {
	all, left := plan.Deployments(b.ctx, b.budget, func(nodes int64, bound string) {
		b.line.update("deployments", nodes, b.budget.Nodes, bound)
	})
	plan.Left = append(plan.Left, left...)
	plan.Remedy(b.ctx, all, b.budget)
	return all
}
