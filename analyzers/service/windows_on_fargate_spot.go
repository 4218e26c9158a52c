package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var windowsOnFargateSpot = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "windows-on-fargate-spot",
		Title:    "Tasks on Windows are to run on Fargate Spot",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		td, ok := linkedTo(p)
		if !ok || !td.runsWindows() {
			return
		}
		for _, item := range launched(p).CapacityProviderStrategy.Items {
			if is(item.CapacityProvider, "FARGATE_SPOT") {
				p.Reportf(item.CapacityProvider, "capacity provider FARGATE_SPOT runs no tasks on Windows, as those of %s are", td.label).
					Help("use capacity provider FARGATE").
					Related(td.RuntimePlatform.OperatingSystemFamily, "the operating system")
			}
		}
	}),
}
