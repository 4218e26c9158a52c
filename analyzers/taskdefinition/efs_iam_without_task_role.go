package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var efsIamWithoutTaskRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "efs-iam-without-task-role",
		Title:     "An EFS volume uses IAM authorization, but the task has no role",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"EFS IAM authorization requires a task role."},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if !p.TaskDefinition().TaskRoleArn.Absent() {
			return
		}
		for _, v := range p.TaskDefinition().Volumes.Items {
			iam := v.EfsVolumeConfiguration.AuthorizationConfig.Iam
			if mode, _ := iam.Get(); mode == "ENABLED" {
				p.Reportf(iam, "IAM authorization of an EFS volume needs a task role, which the task definition doesn't name").
					Help(`add "taskRoleArn" with a role that may mount the file system`)
			}
		}
	},
}
