package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var severalFirelensRouters = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "several-firelens-routers",
		Title:    "Several containers are FireLens routers",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		var first *ecs.ContainerDefinition
		containers := p.TaskDefinition().ContainerDefinitions.Items
		for i := range containers {
			c := &containers[i]
			switch {
			case c.FirelensConfiguration.Absent() || !p.Known(c.FirelensConfiguration):
			case first == nil:
				first = c
			default:
				p.Reportf(c.FirelensConfiguration, "%s is a FireLens router, and %s is one already: a task has one", containerLabel(*c), containerLabel(*first)).
					Help("let one container route the logs of all").
					Related(first.FirelensConfiguration, "the first router")
			}
		}
	},
}
