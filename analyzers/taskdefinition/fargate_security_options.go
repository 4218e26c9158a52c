package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noSecurityOptionsText = "Fargate compatible task definitions do not support dockerSecurityOptions"

var fargateSecurityOptions = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-security-options",
		Title:     "A container has security options for Docker, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-docker-security-options"},
		AWSErrors: []string{noSecurityOptionsText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-docker-security-options",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			options := c.DockerSecurityOptions
			fargate.refuse(options, hasItems(options), noSecurityOptionsText,
				`remove "dockerSecurityOptions"; for gMSA use "credentialSpecs"`,
				"%s has security options for Docker, which Fargate refuses", containerLabel(c))
		}
	},
}
