package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const mixedProvidersText = "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again."

var mixedCapacityProviders = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "mixed-capacity-providers",
		Title:     "A strategy mixes Fargate with capacity providers of another kind",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{mixedProvidersText},
		Sources: []string{
			"https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/68",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		strategy := workloadOf(p).capacityProviderStrategy
		var fargate, other *ecs.CapacityProviderStrategyItem
		for i, item := range strategy.Items {
			switch {
			case isOfFargate(item.CapacityProvider):
				fargate = &strategy.Items[i]
			case isSet(item.CapacityProvider) || p.Project.Referred(item.CapacityProvider) != nil:
				other = &strategy.Items[i]
			}
		}
		if fargate == nil || other == nil {
			return
		}
		name, _ := fargate.CapacityProvider.Get()
		p.Reportf(other.CapacityProvider, "the strategy mixes capacity provider %s with one that isn't of Fargate: all have to be of one kind", name).
			Help("use capacity providers of one kind; another service can use those of the other").
			Related(fargate.CapacityProvider, "a capacity provider of Fargate").
			Note("%s", refusedWith(mixedProvidersText))
	}),
}
