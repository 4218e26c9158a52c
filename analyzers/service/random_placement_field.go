package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const randomFieldText = "random field should not be specified"

var randomPlacementField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "random-placement-field",
		Title:     "A random placement strategy has a field",
		Subject:   "service",
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
	Run: onInput(func(p *analysis.Pass) {
		for _, strategy := range p.Service().PlacementStrategy.Items {
			field, ok := strategy.Field.Get()
			if p.Known(strategy.Type, strategy.Field) && ok && is(strategy.Type, "random") {
				p.Reportf(strategy.Field, "placement strategy random has field %q: it takes none", field).
					Help(`remove "field"`).
					Note("%s", refusedWith(randomFieldText))
			}
		}
	}),
}
