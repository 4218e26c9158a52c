package service

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const binpackText = "binpack field '%s' is invalid"

var invalidBinpackField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-binpack-field",
		Title:     "A binpack placement strategy names another field than cpu or memory",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-binpack-field"},
		AWSErrors: []string{"binpack field 'instanceId' is invalid"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-binpack-field",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, strategy := range p.Service().PlacementStrategy.Items {
			field, ok := strategy.Field.Get()
			if !p.Known(strategy.Type, strategy.Field) || !ok || !is(strategy.Type, "binpack") {
				continue
			}
			if !strings.EqualFold(field, "cpu") && !strings.EqualFold(field, "memory") {
				p.Reportf(strategy.Field, "placement strategy binpack can't pack by %q: only by cpu or memory", field).
					Help("use cpu or memory").
					Note("%s", refusedWith(fmt.Sprintf(binpackText, field)))
			}
		}
	}),
}
