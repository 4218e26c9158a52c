package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var sharedRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "shared-role",
		Title:    "The task role is the task execution role too",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Security,
		Severity: rules.Info,
		Since:    "0.1.0",
		Aliases:  []string{"checkov:CKV_AWS_249"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
		},
	},
	Run: func(p *analysis.Pass) {
		d := p.Object.TaskDefinition()
		if d == nil {
			return
		}
		task, execution := d.TaskRoleArn, d.ExecutionRoleArn
		if made := p.Project.Referred(task); made.Role() != nil {
			if p.Project.Referred(execution) != made {
				return
			}
		} else if arn, _ := task.Get(); !strings.Contains(arn, ":role/") || !p.Known(task, execution) {
			return
		} else if other, _ := execution.Get(); other != arn {
			return
		}
		p.Reportf(task, "the task role is the execution role too: the containers may do all that ECS may for them").
			Help("give the task a role of its own, with what its programs need")
	},
}
