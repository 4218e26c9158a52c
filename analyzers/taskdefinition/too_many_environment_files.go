package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var tooManyEnvironmentFiles = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "too-many-environment-files",
		Title:     "A container names more than ten environment files",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-environment-files-max"},
		AWSErrors: []string{"The maximum number of environment files was exceeded. Specify ten or less and try again"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-environment-files-max",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if n := len(c.EnvironmentFiles.Items); n > facts.EnvironmentFilesPerContainer {
				p.Reportf(c.EnvironmentFiles, "%s names %d environment files: at most %d", containerLabel(c), n, facts.EnvironmentFilesPerContainer).
					Help("join some of them")
			}
		}
	},
}
