package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const missingNameText = "Container.name should not be null or empty."

var missingContainerName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-container-name",
		Title:     "A container has no name",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{missingNameText},
		Sources: []string{
			"https://github.com/awsdocs/aws-cloudformation-user-guide/pull/612",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Fragment {
			return // what takes a part of a task definition may name it
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			image, hasImage := c.Image.Get()
			if !c.Name.Absent() || p.Object.Given == ecs.InFile && !hasImage {
				continue // without both it may be a stub that a pipeline fills in
			}
			message := "a container has no name"
			if hasImage {
				message = fmt.Sprintf("the container of image %q has no name", image)
			}
			p.Reportf(c.Name, "%s", message).
				Help(`add "name"; services, overrides and other containers refer to it`).
				Note("AWS refuses it: %q", missingNameText)
		}
	},
}
