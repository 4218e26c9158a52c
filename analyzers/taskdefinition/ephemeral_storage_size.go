package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var ephemeralStorageSize = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ephemeral-storage-size",
		Title:     "The ephemeral storage is not between 21 and 200 GiB",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-ephemeral-storage-range"},
		AWSErrors: []string{"EphemeralStorage size should be at least 21", "EphemeralStorage size should be at most 200"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html",
		},
	},
	Run: func(p *analysis.Pass) {
		size := p.TaskDefinition().EphemeralStorage.SizeInGiB
		gib, ok := size.Get()
		if !p.Known(size) || !ok || gib >= facts.EphemeralStorageLeast && gib <= facts.EphemeralStorageMost {
			return
		}
		b := p.Reportf(size, "%d GiB of ephemeral storage: it takes %d to %d", gib, facts.EphemeralStorageLeast, facts.EphemeralStorageMost)
		if gib < facts.EphemeralStorageLeast {
			b.Help(`remove "ephemeralStorage": a task has %d GiB without it`, facts.EphemeralStorageDefault)
			return
		}
		b.Help("lower it, or mount an EFS or EBS volume")
	},
}
