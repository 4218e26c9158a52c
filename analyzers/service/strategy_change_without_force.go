package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const strategyChangeText = "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment."

var strategyChangeWithoutForce = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "strategy-change-without-force",
		Title:     "An update sets a capacity provider strategy without forcing a new deployment",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Warning,
		Since:     "0.1.0",
		AWSErrors: []string{strategyChangeText},
		Sources: []string{
			"https://github.com/kayac/ecspresso/issues/481",
			"https://github.com/aws/aws-cdk/issues/34631",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		strategy := s.CapacityProviderStrategy
		if p.Object.Operation != "UpdateService" || p.Object.Given == ecs.InFile || !hasItems(strategy) {
			return
		}
		if force, ok := s.ForceNewDeployment.Or(false); ok && !force && p.Known(s.ForceNewDeployment) {
			p.Reportf(strategy, "the update sets a capacity provider strategy without forcing a new deployment, which a change of it needs").
				Help("add --force-new-deployment").
				Note("AWS refuses it where the strategy changes: %q", strategyChangeText)
		}
	}),
}
