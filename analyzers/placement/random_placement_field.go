package placement

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const randomFieldText = "random field should not be specified"

var randomPlacementField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "random-placement-field",
		Title:     "A random placement strategy has a field",
		Subject:   "placement",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-random-with-field"},
		AWSErrors: []string{randomFieldText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-random-with-field",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html",
		},
	},
	Run: eachStrategy(func(p *analysis.Pass, w workload.Workload, strategy ecs.PlacementStrategy) {
		field, ok := strategy.Field.Get()
		if p.Known(strategy.Type, strategy.Field) && ok && isKind(strategy.Type, "random") {
			b := p.Reportf(strategy.Field, "placement strategy random has field %q: it takes none", field).
				Help(`remove "field"`)
			answer(b, w, randomFieldText)
		}
	}),
}
