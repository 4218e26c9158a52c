package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const onlyAwsvpcText = "Fargate only supports network mode 'awsvpc'."

var fargateNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-network-mode",
		Title:    "The network mode isn't awsvpc, the only one that Fargate supports",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cfn-lint:E3048", "cdk-preflight:ecs-fargate-network-mode"},
		AWSErrors: []string{
			onlyAwsvpcText,
			"Fargate only supports network mode ‘awsvpc’.",
		},
		Supersedes: []string{"invalid-value"},
		Sources: []string{
			"https://github.com/aws/amazon-ecs-cli/issues/1145",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		networkMode := p.TaskDefinition().NetworkMode
		mode, ok := networkMode.Get()
		fargate := askFargate(p)
		if ok && mode == awsvpc || !fargate.applies() || !p.Known(networkMode) {
			return
		}
		message, help := fmt.Sprintf("network mode %q, but Fargate supports awsvpc only", mode), `set "networkMode": "awsvpc"`
		if !ok {
			message, help = "no network mode, but Fargate supports awsvpc only, which isn't the default", `add "networkMode": "awsvpc"`
		}
		p.Reportf(networkMode, "%s; %s", message, fargate.because).
			Help("%s", help).
			Note("%s", fargate.refusal(onlyAwsvpcText))
	},
}
