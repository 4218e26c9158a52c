package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const daemonCountText = "The daemon scheduling strategy does not support a desired count for services"

var daemonDesiredCount = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "daemon-desired-count",
		Title:     "A daemon service has a desired count",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-daemon-desired-count"},
		AWSErrors: []string{daemonCountText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-daemon-desired-count",
			"https://github.com/fabfuel/ecs-deploy/issues/59",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		count := p.Service().DesiredCount
		n, ok := count.Get()
		if !isDaemon(p) || !p.Known(count) || !ok {
			return
		}
		p.Reportf(count, "a daemon service has desired count %d: its cluster decides how many tasks it has", n).
			Help(`remove "desiredCount"`).
			Related(p.Service().SchedulingStrategy, "the scheduling strategy").
			Note("%s", refusedWith(daemonCountText))
	}),
}
