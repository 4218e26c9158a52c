package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const mixedProvidersText = "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again."

var mixedCapacityProviders = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "mixed-capacity-providers",
		Title:     "A strategy mixes Fargate with capacity providers of another kind",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{mixedProvidersText},
		Sources: []string{
			"https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/68",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html",
		},
	},
	Run: eachStrategy(checkMixed),
}

func checkMixed(p *analysis.Pass, s strategy) {
	var fargate, other *value.Value[string]
	for i := range s.Items {
		provider := &s.Items[i].CapacityProvider
		switch workload.OfFargate(p.Project, *provider) {
		case value.True:
			fargate = provider
		case value.False:
			other = provider
		}
	}
	if fargate == nil || other == nil {
		return
	}
	name, _ := fargate.Get()
	b := p.Reportf(*other, "the strategy mixes capacity provider %s with one that isn't of Fargate: all have to be of one kind", name).
		Help("use either FARGATE and FARGATE_SPOT, or capacity providers of your own").
		Related(*fargate, "a capacity provider of Fargate")
	if s.of == ofService {
		b.Note("%s", workload.Refusal(p.Object, mixedProvidersText))
	} else {
		b.Severity(rules.Warning) // documented; AWS's answer is known for services only
	}
}
