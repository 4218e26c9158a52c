package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noIpcModeText = "Fargate compatible task definitions do not support ipcMode"

var fargateIpcMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-ipc-mode",
		Title:     "The task definition has an IPC mode, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-ipc-mode"},
		AWSErrors: []string{noIpcModeText, "Tasks using the Fargate launch type do not support ipcMode."},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-ipc-mode",
			"https://github.com/cn-terraform/terraform-aws-ecs-fargate/issues/2",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		ipcMode := p.TaskDefinition().IpcMode
		askFargate(p).refuse(ipcMode, isSet(ipcMode), noIpcModeText,
			`remove "ipcMode"`, "an IPC mode is set, which Fargate refuses whatever it is")
	},
}
