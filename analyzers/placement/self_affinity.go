package placement

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/rules"
)

var selfAffinity = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "self-affinity",
		Title:    "The first task of a service may only be placed where one of them runs already",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{languagePage, constraintPage},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Operation != "CreateService" || p.Object.Output {
			return
		}
		service := p.Service()
		name, ok := service.ServiceName.Get()
		if desired, known := service.DesiredCount.Get(); !p.Known(service.ServiceName, service.DesiredCount) || !ok || known && desired == 0 {
			return
		}
		for _, e := range expressionsOf(p) {
			if asked, onlyItself := asksFor(e, "service:"+name); onlyItself && e.Eval(sample{}).IsFalse() {
				p.ReportPartf(e.text, asked.Span, "tasks of service %q are placed only where one of them runs: the first one never is", name).
					Help(`keep tasks together with those of another service, or remove the constraint`)
			}
		}
	},
}

// asksFor is the comparison that asks for tasks of a group, where all that ask for groups ask for this one.
func asksFor(e expression, group string) (*query.Comparison, bool) {
	var asked *query.Comparison
	for _, c := range e.Comparisons() {
		if c.Subject.Field != query.TaskGroup {
			continue
		}
		if c.Operator != query.Equal && c.Operator != query.In || !slices.ContainsFunc(c.Arguments, func(a query.Argument) bool { return a.Text == group }) || len(c.Arguments) != 1 {
			return nil, false
		}
		asked = c
	}
	return asked, asked != nil
}
