package simulation

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/rules"
)

var unsatisfiableConstraint = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unsatisfiable-constraint",
		Title:     "No instance of the fleet satisfies a placement constraint",
		Subject:   "simulation",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"MemberOf placement constraint unsatisfied"},
		Sources:   []string{eventsPage, failuresPage, "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html"},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil {
			return
		}
		s.alone(p, func(w scenario.Waiting) {
			if w.Because != "memberOf" {
				return
			}
			_, at := w.Blame()
			b := p.Reportf(at, "no instance of the fleet can run tasks of %s: %s", w.Job.Name, w.Constraint()).
				Help("change what the tasks ask for, or have instances that satisfy it")
			if noteEvent(b, w); w.OfPlatform() {
				b.Severity(rules.Warning).Note("ECS isn't documented to keep tasks from such instances. What starts there can't run.")
			}
		})
	},
}
