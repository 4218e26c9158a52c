package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/rules"
)

const noContainersText = "Container list cannot be empty."

var noContainers = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "no-containers",
		Title:     "The list of containers is empty",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-container-definitions-empty"},
		AWSErrors: []string{noContainersText},
		Sources: []string{
			"https://github.com/awsdocs/aws-cloudformation-user-guide/pull/454",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if given := p.Object.Given; given == ecs.ByInput || given == ecs.ByTemplate {
			return // missing-key says it
		}
		containers := p.TaskDefinition().ContainerDefinitions
		if node := containers.Where().Node(); node == nil || node.Kind != syntax.Array || !containers.Absent() {
			return // a file without the key, or with null, is completed by what reads it
		}
		p.Reportf(containers, "the list of containers is empty: a task definition needs at least one").
			Help(`add a container with "name" and "image"`).
			Note("AWS refuses it: %q", noContainersText)
	},
}
