package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const onlyPidModeTaskText = "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'."

var fargatePidMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-pid-mode",
		Title:     "The PID mode isn't task, the only one that Fargate supports",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-pid-mode-host"},
		AWSErrors: []string{onlyPidModeTaskText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-pid-mode-host",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		pidMode := p.TaskDefinition().PidMode
		mode, _ := pidMode.Get()
		notTask := pidMode.Test(func(mode string) bool { return mode != "task" })
		askFargate(p).refuse(pidMode, notTask, onlyPidModeTaskText,
			`remove "pidMode", or set it to "task" where the containers of a task shall see each other's processes`,
			"PID mode %q, but Fargate supports task only", mode)
	},
}
