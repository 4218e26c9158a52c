package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const bothLaunchesText = "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."

var launchTypeWithCapacityProviders = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "launch-type-with-capacity-providers",
		Title:     "A launch type is set beside a capacity provider strategy",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-launch-type-capacity-provider"},
		AWSErrors: []string{bothLaunchesText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-launch-type-capacity-provider",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateTaskSet.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		w := workloadOf(p)
		name, ok := w.launchType.Get()
		if !p.Known(w.launchType) || !ok || !hasItems(w.capacityProviderStrategy) {
			return
		}
		p.Reportf(w.launchType, "the %s has launch type %s beside a capacity provider strategy: it can have only one of them", w.kind, name).
			Help(`remove "launchType" to run on the capacity providers`).
			Related(w.capacityProviderStrategy, "the capacity provider strategy").
			Note("%s", refusedWith(bothLaunchesText))
	}),
}
