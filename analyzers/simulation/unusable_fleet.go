package simulation

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var unusableFleet = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unusable-fleet",
		Title:    "A fleet file can't be used to simulate placement",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.InstanceTypesOrigin.Sources[:1],
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || p.Object != s.fleet {
			return
		}
		for _, problem := range s.problems {
			if problem.Unknown {
				p.Undecided(problem.At)
				continue
			}
			p.Reportf(problem.At, "the fleet can't be used: %s", problem.Message)
		}
	},
}
