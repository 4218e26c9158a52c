package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var s3filesWithoutTaskRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "s3files-without-task-role",
		Title:    "A volume of S3 Files is mounted, but the task has no role",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		role := p.TaskDefinition().TaskRoleArn
		for _, v := range p.TaskDefinition().Volumes.Items {
			volume := v.S3filesVolumeConfiguration
			if !volume.Absent() && p.Known(volume, role) && role.Absent() {
				p.Reportf(volume, "%s is of S3 Files, which the task mounts with its role, and it has none", volumeLabel(v)).
					Help(`add "taskRoleArn" with a role that may mount the file system`)
			}
		}
	},
}
