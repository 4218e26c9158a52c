package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var duplicateDiscoveryName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "duplicate-discovery-name",
		Title:    "Two services of Service Connect have the same discovery name",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		seen := map[string]value.Value[string]{}
		for _, service := range p.Service().ServiceConnectConfiguration.Services.Items {
			at := service.DiscoveryName
			if at.Absent() {
				at = service.PortName // the default
			}
			name, ok := at.Get()
			if !p.Known(at) || !ok {
				continue
			}
			if first, again := seen[name]; again {
				p.Reportf(at, "two services of Service Connect have discovery name %q: it has to be unique in the namespace", name).
					Help(`give one of them another "discoveryName"; it is "portName" by default`).
					Related(first, "the first one")
				continue
			}
			seen[name] = at
		}
	}),
}
