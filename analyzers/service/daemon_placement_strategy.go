package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const daemonPlacementText = "The daemon scheduling strategy does not support placement strategies"

var daemonPlacementStrategy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "daemon-placement-strategy",
		Title:     "A daemon service has a placement strategy",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-daemon-with-placement-strategies"},
		AWSErrors: []string{daemonPlacementText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-daemon-with-placement-strategies",
			"https://github.com/kayac/ecspresso/pull/402",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		strategies := p.Service().PlacementStrategy
		if !isDaemon(p) || !hasItems(strategies) {
			return
		}
		p.Reportf(strategies, "a daemon service has a placement strategy, but runs on every instance that its constraints allow").
			Help(`remove "placementStrategy"; a placement constraint can leave instances out`).
			Related(p.Service().SchedulingStrategy, "the scheduling strategy").
			Note("%s", refusedWith(daemonPlacementText))
	}),
}
