package simulation

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var orderDependentPlacement = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "order-dependent-placement",
		Title:    "Whether all tasks find a place depends on the order in which ECS places them",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{strategyPage, eventsPage},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil {
			return
		}
		s.jointly(p, func(j *scenario.Judgement, waits []scenario.Waiting, at value.Located) {
			unreachable := j.Verdict == place.Never && j.Reason == place.Unreachable
			if j.Verdict != place.Depends && !unreachable {
				return
			}
			end := "in some runs"
			if unreachable {
				end = "in every run"
			}
			shown, _ := j.Shows()
			b := p.Reportf(at, "the fleet has room for all tasks of %s, but %s %s", names(shown), end, waits[0].Wait()).
				Note("ECS places one task after the other, and moves none to make room: %s.", waits[0].Words()).
				Help("`ecslint simulate` shows such a run, and tells whether another placement strategy helps")
			relate(b, shown)
			noteEvent(b, waits[0])
			s.instances(b)
		})
	},
}
