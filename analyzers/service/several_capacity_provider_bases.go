package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const severalBasesText = "There are multiple capacity providers in the specified capacity provider strategy with a base value defined"

var severalCapacityProviderBases = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-capacity-provider-bases",
		Title:     "More than one capacity provider of a strategy has a base",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-capacity-provider-multiple-base"},
		AWSErrors: []string{severalBasesText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-capacity-provider-multiple-base",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		var bases []value.Value[int64]
		for _, item := range workloadOf(p).capacityProviderStrategy.Items {
			if base, _ := item.Base.Get(); base > 0 {
				bases = append(bases, item.Base)
			}
		}
		if len(bases) < 2 {
			return
		}
		p.Reportf(bases[1], "%d capacity providers of the strategy have a base: only one may", len(bases)).
			Help(`keep "base" at one capacity provider, and divide the rest by "weight"`).
			Related(bases[0], "the first base").
			Note("%s", refusedWith(severalBasesText))
	}),
}
