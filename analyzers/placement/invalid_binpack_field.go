package placement

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const binpackText = "binpack field '%s' is invalid"

var invalidBinpackField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-binpack-field",
		Title:     "A binpack placement strategy names another field than cpu or memory",
		Subject:   "placement",
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
	Run: eachStrategy(func(p *analysis.Pass, w workload.Workload, strategy ecs.PlacementStrategy) {
		field, ok := strategy.Field.Get()
		if !p.Known(strategy.Type, strategy.Field) || !ok || !isKind(strategy.Type, "binpack") {
			return
		}
		if !strings.EqualFold(field, "cpu") && !strings.EqualFold(field, "memory") {
			b := p.Reportf(strategy.Field, "placement strategy binpack can't pack by %q: only by cpu or memory", field).
				Help("use cpu or memory")
			answer(b, w, fmt.Sprintf(binpackText, field))
		}
	}),
}
