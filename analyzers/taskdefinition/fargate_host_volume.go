package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noSourcePathText = "Fargate compatible task definitions do not support sourcePath"

var fargateHostVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-host-volume",
		Title:     "A volume is a folder of the host, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-host-source-path"},
		AWSErrors: []string{noSourcePathText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-host-source-path",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, v := range p.TaskDefinition().Volumes.Items {
			path := v.Host.SourcePath
			fargate.refuse(path, isSet(path), noSourcePathText,
				`remove "sourcePath" for a scratch volume of the task, or use an EFS volume`,
				"%s is a folder of the host, which Fargate refuses", volumeLabel(v))
		}
	},
}
