package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var missingNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-network-mode",
		Title:    "A task definition for Managed Instances has no network mode",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Info, // the sources differ
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
		},
	},
	Run: func(p *analysis.Pass) {
		because, managed := p.Project.Platforms(p.Object).Requires(ecs.ManagedInstances)
		if mode := p.TaskDefinition().NetworkMode; managed.IsTrue() && mode.Absent() {
			p.Reportf(mode, "no network mode is set; %s", because).
				Help(`set "networkMode" to awsvpc or host`).
				Note("One page of the guide wants it to be set, another one says that awsvpc is the default.")
		}
	},
}
