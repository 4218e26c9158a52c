package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var tooManyContainers = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "too-many-containers",
		Title:     "The task definition has more than ten containers",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"Too many containers."},
		Sources: []string{
			"https://docs.aws.amazon.com/general/latest/gr/ecs-service.html",
			"https://github.com/aws/amazon-ecs-cli/issues/184",
		},
	},
	Run: func(p *analysis.Pass) {
		containers := p.TaskDefinition().ContainerDefinitions
		if len(containers.Items) <= facts.ContainersPerTaskDefinition {
			return // an incomplete list may hold more: nobody knows
		}
		p.Reportf(containers, "%d containers: a task definition takes at most %d", len(containers.Items), facts.ContainersPerTaskDefinition).
			Help("split it into several task definitions; the quota can't be raised")
	},
}
