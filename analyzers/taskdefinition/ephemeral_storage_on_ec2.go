package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var ephemeralStorageOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ephemeral-storage-on-ec2",
		Title:     "Ephemeral storage is set for tasks on EC2",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-ephemeral-storage-ec2"},
		AWSErrors: []string{"Tasks using the EC2 launch type do not support EphemeralStorage"},
		Unfit:     true,
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html",
		},
	},
	Run: func(p *analysis.Pass) {
		storage := p.TaskDefinition().EphemeralStorage
		platforms := p.Project.Platforms(p.Object)
		because, ec2 := platforms.Requires(ecs.EC2)
		_, onFargate := platforms.Requires(ecs.Fargate)
		if storage.Absent() || !p.Known(storage) || !ec2.IsTrue() || !onFargate.IsFalse() {
			return
		}
		p.Reportf(storage, "ephemeral storage is for Fargate: tasks on EC2 use the disk of their instance; %s", because).
			Help(`remove "ephemeralStorage"`)
	},
}
