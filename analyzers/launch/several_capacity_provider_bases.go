package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const (
	basesOfServiceText = "There are multiple capacity providers in the specified capacity provider strategy with a base value defined"
	basesOfClusterText = "The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined."
)

var severalCapacityProviderBases = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-capacity-provider-bases",
		Title:     "More than one capacity provider of a strategy has a base",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-capacity-provider-multiple-base", "cdk-preflight:ecs-cluster-default-strategy-multiple-base"},
		AWSErrors: []string{basesOfServiceText, basesOfClusterText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-capacity-provider-multiple-base",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cluster-default-strategy-multiple-base",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
		},
	},
	Run: eachStrategy(checkBases),
}

func checkBases(p *analysis.Pass, s strategy) {
	var bases []value.Value[int64]
	for _, item := range s.Items {
		if base, _ := item.Base.Get(); base > 0 && p.Known(item.Base) {
			bases = append(bases, item.Base)
		}
	}
	if len(bases) < 2 {
		return
	}
	b := p.Reportf(bases[1], "%d capacity providers of the strategy have a base: only one may", len(bases)).
		Help(`keep "base" at one capacity provider, and divide the rest by "weight"`).
		Related(bases[0], "the first base")
	switch s.of {
	case ofService:
		b.Note("%s", workload.Refusal(p.Object, basesOfServiceText))
	case ofCluster:
		b.Note("%s", workload.Refusal(p.Object, basesOfClusterText))
	default:
		b.Severity(rules.Warning) // documented for tasks too; AWS's answer isn't known
	}
}
