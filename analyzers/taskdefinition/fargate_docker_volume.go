package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const noDockerVolumeText = "Fargate compatible task definitions do not support dockerVolumeConfiguration"

var fargateDockerVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "fargate-docker-volume",
		Title:     "A volume is managed by Docker, which Fargate refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-fargate-docker-volume"},
		AWSErrors: []string{noDockerVolumeText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-docker-volume",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, v := range p.TaskDefinition().Volumes.Items {
			docker := v.DockerVolumeConfiguration
			fargate.refuse(docker, isConfigured(docker), noDockerVolumeText,
				`remove "dockerVolumeConfiguration" for a scratch volume of the task, or use an EFS volume`,
				"%s is managed by Docker, which Fargate refuses", volumeLabel(v))
		}
	},
}

// isConfigured is False where all members are unset, as dumps write it.
func isConfigured(d ecs.DockerVolumeConfiguration) value.Tri {
	set := isSet(d.Driver).Or(isSet(d.Scope)).Or(isTrue(d.Autoprovision))
	for _, m := range []value.Map{d.DriverOpts, d.Labels} {
		switch {
		case len(m.Entries) > 0:
			set = value.True
		case !m.Complete:
			set = set.Or(value.Unknown)
		}
	}
	return set
}
