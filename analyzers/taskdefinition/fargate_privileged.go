package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const privilegedText = "Fargate requires that the 'privileged' setting be 'false' at the container level."

var fargatePrivileged = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-privileged",
		Title:    "A container is privileged, which Fargate refuses",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-fargate-privileged"},
		AWSErrors: []string{
			privilegedText,
			"Fargate requires that the 'privileged' setting be 'false'",
		},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-privileged",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			privileged := c.Privileged.Test(func(set bool) bool { return set })
			if privileged.IsFalse() || !fargate.applies() || !p.Known(c.Privileged) {
				continue
			}
			p.Reportf(c.Privileged, "%s is privileged, which Fargate refuses; %s", containerLabel(c), fargate.because).
				Help(`remove "privileged"; of the Linux capabilities, Fargate can add SYS_PTRACE`).
				Note("%s", fargate.refusal(privilegedText))
		}
	},
}
