package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var execWithoutTaskRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "exec-without-task-role",
		Title:    "A task is started with ECS Exec and has no task role",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer is known for services only
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
		},
	},
	Run: func(p *analysis.Pass) {
		task := p.Object.Task()
		if task == nil {
			return
		}
		td := p.Project.TaskDefinitionOf(p.Object)
		if exec, _ := task.EnableExecuteCommand.Get(); td == nil || !p.Known(task.EnableExecuteCommand) || !exec {
			return
		}
		role, own := td.TaskDefinition().TaskRoleArn, task.Overrides.TaskRoleArn
		if !p.Known(role, own) || !role.Absent() || !own.Absent() {
			return
		}
		p.Reportf(task.EnableExecuteCommand, "ECS Exec needs a task role, and %s has none", td.Label()).
			Help(`add a "taskRoleArn" that allows the four ssmmessages actions, to the task definition or to the overrides`).
			Related(role, "the task definition")
	},
}
