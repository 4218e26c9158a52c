package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const severalBasesText = "The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined."

var severalStrategyBases = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-strategy-bases",
		Title:     "More than one capacity provider of a strategy has a base",
		Subject:   "capacity",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-cluster-default-strategy-multiple-base"},
		AWSErrors: []string{severalBasesText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-cluster-default-strategy-multiple-base",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, s := range strategiesOf(p.Object) {
			checkBases(p, s)
		}
	},
}

func checkBases(p *analysis.Pass, s strategy) {
	var first *strategyItem
	for i, item := range s.items {
		base, ok := item.base.Get()
		if !p.Known(item.base) || !ok || base == 0 { // 0 is what none has
			continue
		}
		if first == nil {
			first = &s.items[i]
			continue
		}
		b := p.Reportf(item.base, "a second capacity provider of the strategy has a base: only one can have it").
			Help("keep the base of one capacity provider, and share the rest by weights").
			Related(first.base, "the first base")
		if s.ofCluster {
			b.Note("AWS refuses it: %q", severalBasesText)
		} else {
			b.Severity(rules.Warning) // documented for tasks too; AWS's answer isn't known
		}
	}
}
