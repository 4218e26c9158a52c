package simulation

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

var unsatisfiableConstraint = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unsatisfiable-constraint",
		Title:     "No instance of the fleet has what a placement constraint or a task definition asks for",
		Subject:   "simulation",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"MemberOf placement constraint unsatisfied", "is missing an attribute required by your task"},
		Sources: []string{eventsPage, failuresPage,
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil {
			return
		}
		blamed := map[source.Range]bool{} // one feature may require several attributes
		s.alone(p, func(w scenario.Waiting) {
			_, at := w.Blame()
			if w.Because != "memberOf" || blamed[at.Where().Range()] {
				return
			}
			blamed[at.Where().Range()] = true
			b := p.Reportf(at, "no instance of the fleet can run tasks of %s: %s", w.Job.Name, w.Constraint()).
				Help("change what the tasks ask for, or have instances that satisfy it")
			s.instances(b)
			if noteEvent(b, w); w.OfPlatform() {
				b.Severity(rules.Warning).Note("ECS isn't documented to keep tasks from such instances. What starts there can't run.")
			}
		})
	},
}
