package capacity

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var strategyWithoutWeight = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "strategy-without-weight",
		Title:    "No capacity provider of a strategy has a weight",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer is known for services only
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, s := range strategiesOf(p.Object) {
			if len(s.items) > 1 && p.Known(s) && weightless(p, s) {
				p.Reportf(s, "none of the %d capacity providers of the strategy has a weight above 0, so none can be chosen", len(s.items)).
					Help(`give at least one of them a "weight"`).
					Note("Without it the weight is 0; the console alone writes 1.")
			}
		}
	},
}

func weightless(p *analysis.Pass, s strategy) bool {
	for _, item := range s.items {
		weight, known := item.weight.Or(0)
		if !p.Known(item.weight) || !known || weight != 0 {
			return false
		}
	}
	return true
}
