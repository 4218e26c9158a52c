package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const tooManyStrategiesText = "Maximum number of strategies is 5"

var tooManyPlacementStrategies = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "too-many-placement-strategies",
		Title:     "A service has more than five placement strategies",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-placement-strategies-max6"},
		AWSErrors: []string{tooManyStrategiesText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-placement-strategies-max6",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		strategies := p.Service().PlacementStrategy
		n := len(analysis.KnownItems(strategies))
		if n <= facts.PlacementStrategiesPerService {
			return
		}
		p.Reportf(strategies, "%d placement strategies: at most %d", n, facts.PlacementStrategiesPerService).
			Help("keep the first ones: each only decides where those before it leave a choice").
			Note("%s", refusedWith(tooManyStrategiesText))
	}),
}
