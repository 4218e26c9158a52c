package capacity

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var unknownContainerInsights = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-container-insights",
		Title:    "A cluster sets containerInsights to something that it can't be",
		Subject:  "capacity",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.ContainerInsightsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		cluster := p.Object.Cluster()
		if cluster == nil {
			return
		}
		for _, setting := range cluster.Settings.Items {
			name, _ := setting.Name.Get()
			chosen, ok := setting.Value.Get()
			if !p.Known(setting.Name, setting.Value) || name != "containerInsights" || !ok || slices.Contains(facts.ContainerInsights, strings.ToLower(chosen)) {
				continue
			}
			p.Reportf(setting.Value, "containerInsights is %q, and can be %s", chosen, strings.Join(facts.ContainerInsights, ", ")).
				Help("use one of these")
		}
	},
}
