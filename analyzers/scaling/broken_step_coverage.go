package scaling

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	overlapText     = "Step adjustment intervals cannot overlap"
	gapText         = "Step adjustment intervals cannot have gaps between them"
	twoOpenLowText  = "At most one step adjustment may have an unspecified lower bound"
	twoOpenHighText = "At most one step adjustment may have an unspecified upper bound"
	closedLowText   = "There must be a step adjustment with an unspecified lower bound when one step adjustment has a negative lower bound"
	closedHighText  = "There must be a step adjustment with an unspecified upper bound when one step adjustment has a positive upper bound"
)

var brokenStepCoverage = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "broken-step-coverage",
		Title:    "The steps of a step scaling policy overlap, leave a gap or end too early",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:appautoscaling-step-adjustment-gap",
			"cdk-preflight:appautoscaling-step-adjustment-missing-null-lower",
			"cdk-preflight:appautoscaling-step-adjustment-missing-null-upper",
			"cdk-preflight:appautoscaling-step-adjustment-overlap",
			"cdk-preflight:appautoscaling-step-adjustment-two-null-lower",
			"cdk-preflight:appautoscaling-step-adjustment-two-null-upper",
		},
		AWSErrors: []string{overlapText, gapText, twoOpenLowText, twoOpenHighText, closedLowText, closedHighText},
		Sources: []string{
			bench + "step-adjustment-overlap",
			bench + "step-adjustment-gap",
			bench + "step-adjustment-two-null-lower",
			bench + "step-adjustment-two-null-upper",
			bench + "step-adjustment-missing-null-lower",
			"https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/31",
		},
	},
	Run: func(p *analysis.Pass) {
		steps, ok := stepsOf(p)
		if !ok {
			return
		}
		for i := range steps[1:] {
			if !checkJoint(p, steps[i], steps[i+1]) {
				return
			}
		}
		checkEnds(p, steps)
	},
}

// checkJoint reports whether a step begins where the one below it ends.
func checkJoint(p *analysis.Pass, low, high step) bool {
	switch {
	case low.isOpenBelow() && high.isOpenBelow():
		p.Reportf(high, "two steps have no lower bound").
			Help("let one of them begin where the other ends").
			Related(low, "the other one").
			Note("AWS refuses it: %q", twoOpenLowText)
	case low.isOpenAbove() && high.isOpenAbove():
		p.Reportf(low, "two steps have no upper bound").
			Help("let one of them end where the other begins").
			Related(high, "the other one").
			Note("AWS refuses it: %q", twoOpenHighText)
	case high.from < low.to:
		p.Reportf(high.MetricIntervalLowerBound, "the step from %s on overlaps one that ends %s", plain(high.from), low.end()).
			Help("let each step begin where the one below it ends").
			Related(low, "the other one").
			Note("AWS refuses it: %q", overlapText)
	case high.from > low.to:
		p.Reportf(high.MetricIntervalLowerBound, "no step is for what is between %s and %s", plain(low.to), plain(high.from)).
			Help("let the step begin at %s, where the one below it ends", plain(low.to)).
			Related(low.MetricIntervalUpperBound, "the end of the one below").
			Note("AWS refuses it: %q", gapText)
	default:
		return true
	}
	return false
}

func checkEnds(p *analysis.Pass, steps []step) {
	lowest, highest := steps[0], steps[len(steps)-1]
	if !lowest.isOpenBelow() && lowest.from < 0 {
		p.Reportf(lowest.MetricIntervalLowerBound, "no step is for what is below %s", plain(lowest.from)).
			Help("remove the lower bound of the lowest step").
			Note("AWS refuses it: %q", closedLowText)
	}
	if !highest.isOpenAbove() && highest.to > 0 {
		p.Reportf(highest.MetricIntervalUpperBound, "no step is for what is above %s", plain(highest.to)).
			Help("remove the upper bound of the highest step").
			Note("AWS refuses it: %q", closedHighText)
	}
}

// end tells where a step ends, within a sentence.
func (s step) end() string {
	if s.isOpenAbove() {
		return "nowhere"
	}
	return "at " + plain(s.to)
}

func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
