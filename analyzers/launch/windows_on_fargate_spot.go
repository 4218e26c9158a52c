package launch

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var windowsOnFargateSpot = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "windows-on-fargate-spot",
		Title:    "Tasks on Windows are to run on Fargate Spot",
		Subject:  "launch",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html"},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		family := td.TaskDefinition().RuntimePlatform.OperatingSystemFamily
		if name, _ := family.Get(); !strings.HasPrefix(name, "WINDOWS") {
			return
		}
		for _, item := range w.CapacityProviderStrategy.Items {
			if name, _ := item.CapacityProvider.Get(); name == "FARGATE_SPOT" {
				p.Reportf(item.CapacityProvider, "capacity provider FARGATE_SPOT runs no tasks on Windows, as those of %s are", td.Label()).
					Help("use capacity provider FARGATE").
					Related(family, "the operating system")
			}
		}
	}),
}
