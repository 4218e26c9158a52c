package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var missingBakeTime = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-bake-time",
		Title:    "A blue/green deployment has no bake time",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		d := p.Service().DeploymentConfiguration
		if creates(p) && p.Known(d.Strategy) && is(d.Strategy, "BLUE_GREEN") && d.BakeTimeInMinutes.Absent() {
			p.Reportf(d.Strategy, "strategy BLUE_GREEN has no bake time, which the API reference demands").
				Help(`add "bakeTimeInMinutes": how long the old tasks stay after the traffic has moved, for a fast rollback`)
		}
	}),
}
