package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const noWeightText = "There are no capacity providers in the capacity provider strategy with a weight value greater than zero"

var noCapacityProviderWeight = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "no-capacity-provider-weight",
		Title:     "No capacity provider of a strategy has a weight",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-capacity-provider-zero-weight"},
		AWSErrors: []string{noWeightText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-capacity-provider-zero-weight",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
		},
	},
	Run: eachStrategy(checkWeights),
}

func checkWeights(p *analysis.Pass, s strategy) {
	if len(s.Items) < 2 || !p.Known(s) {
		return // one provider alone gets every task
	}
	for _, item := range s.Items {
		if weight, _ := item.Weight.Get(); weight != 0 || !p.Known(item.Weight) {
			return
		}
	}
	b := p.Reportf(s, "none of the %d capacity providers of the strategy has a weight above 0", len(s.Items)).
		Help(`give at least one of them a "weight"; it is 0 by default`)
	if s.of == ofService {
		b.Note("%s", workload.Refusal(p.Object, noWeightText))
	} else {
		b.Severity(rules.Warning) // AWS's answer is known for services only
	}
}
