package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const severalRegistriesText = "service registries can have at most 1 items"

var severalServiceRegistries = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-service-registries",
		Title:     "A service has more than one service registry",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-registries-multiple"},
		AWSErrors: []string{severalRegistriesText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-registries-multiple",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		registries := balancedOf(p).serviceRegistries
		if n := len(analysis.KnownItems(registries)); n > facts.ServiceRegistriesPerService {
			p.Reportf(registries, "%d service registries: at most %d", n, facts.ServiceRegistriesPerService).
				Help("keep one; a second name can be an alias in DNS").
				Note("%s", refusedWith(severalRegistriesText))
		}
	}),
}
