package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const execRoleText = "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again."

var execWithoutTaskRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "exec-without-task-role",
		Title:     "ECS Exec is on, but the tasks have no role",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{execRoleText},
		Sources: []string{
			"https://github.com/aws/aws-cli/issues/6242",
			"https://github.com/aws/aws-toolkit-jetbrains/issues/3649",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
		},
	},
	Run: func(p *analysis.Pass) {
		enable, own, ok := execOf(p.Object)
		if on, _ := enable.Get(); !ok || p.Object.Output || !p.Known(enable) || !on {
			return
		}
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		role := td.TaskDefinition().TaskRoleArn
		if !p.Known(role, own) || !role.Absent() || !own.Absent() {
			return
		}
		b := p.Reportf(enable, "ECS Exec is on, but %s names no task role: nobody can open a session", td.Label()).
			Help(`add "taskRoleArn" to the task definition, with a role that allows the four actions of ssmmessages`).
			Related(role, "the task definition")
		if p.Object.Operation == "UpdateService" {
			b.Note("%s", workload.Refusal(p.Object, execRoleText))
		} else {
			b.Severity(rules.Warning)
		}
	},
}

// execOf is the switch of ECS Exec, and the task role that stands beside it; false where neither can.
func execOf(o *ecs.Object) (enable value.Value[bool], role value.Value[string], ok bool) {
	switch o.Type {
	case ecs.TypeService:
		return o.Service().EnableExecuteCommand, role, true
	case ecs.TypeTask:
		return o.Task().EnableExecuteCommand, o.Task().Overrides.TaskRoleArn, true
	}
	return enable, role, false
}
