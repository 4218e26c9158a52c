package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const duplicateNameText = "Container names must be unique within a task definition"

var duplicateContainerName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "duplicate-container-name",
		Title:     "Two containers of a task definition have the same name",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-duplicate-container-names"},
		AWSErrors: []string{duplicateNameText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-duplicate-container-names",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		first := map[string]*ecs.ContainerDefinition{}
		containers := p.TaskDefinition().ContainerDefinitions.Items
		for i := range containers {
			c := &containers[i]
			name, ok := c.Name.Get()
			if !ok {
				p.Known(c.Name)
				continue
			}
			earlier, taken := first[name]
			if !taken {
				first[name] = c
				continue
			}
			p.Reportf(c.Name, "another container is named %q already", name).
				Help("give each container of the task definition a name of its own").
				Note("AWS refuses it: %q", duplicateNameText).
				Related(earlier.Name, "the first one")
		}
	},
}
