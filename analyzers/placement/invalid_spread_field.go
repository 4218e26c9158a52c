package placement

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var invalidSpreadField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-spread-field",
		Title:    "A spread placement strategy names a field that tasks can't be spread over",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html"},
	},
	Run: eachStrategy(func(p *analysis.Pass, _ workload.Workload, strategy ecs.PlacementStrategy) {
		field, ok := strategy.Field.Get()
		if !p.Known(strategy.Type, strategy.Field) || !ok || !isKind(strategy.Type, "spread") || isSpreadField(field) {
			return
		}
		p.Reportf(strategy.Field, "placement strategy spread can't spread over %q: only over instanceId, host or an attribute", field).
			Help(`use instanceId, or an attribute as in "attribute:ecs.availability-zone"`)
	}),
}

func isSpreadField(field string) bool {
	name, attribute, has := strings.Cut(field, ":")
	if has {
		return strings.EqualFold(name, "attribute") && attribute != ""
	}
	return strings.EqualFold(field, "instanceId") || strings.EqualFold(field, "host")
}
