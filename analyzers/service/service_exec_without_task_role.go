package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const execRoleText = "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again."

var serviceExecWithoutTaskRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "service-exec-without-task-role",
		Title:     "ECS Exec is on, but the tasks have no role",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{execRoleText},
		Sources: []string{
			"https://github.com/aws/aws-cli/issues/6242",
			"https://github.com/aws/aws-toolkit-jetbrains/issues/3649",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		enable := p.Service().EnableExecuteCommand
		td, ok := linkedTo(p)
		if !p.Known(enable) || !isTrue(enable) || !ok || !p.Known(td.TaskRoleArn) || !td.TaskRoleArn.Absent() {
			return
		}
		b := p.Reportf(enable, "ECS Exec is on, but %s names no task role: nobody can open a session", td.label).
			Help(`add "taskRoleArn" to the task definition, with a role that allows the four actions of ssmmessages`).
			Related(td.TaskRoleArn, "the task definition")
		if creates(p) {
			b.Severity(rules.Warning)
		} else {
			b.Note("%s", refusedWith(execRoleText))
		}
	}),
}
