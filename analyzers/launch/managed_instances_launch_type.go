package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesLaunchType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "managed-instances-launch-type",
		Title:    "Managed Instances are asked for by launch type",
		Subject:  "launch",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		if w.Of.Type == ecs.TypeSchedule || w.Of.Type == ecs.TypeEventTargets {
			return // the value is none of their launch types: invalid-value speaks of that
		}
		if name, ok := w.LaunchType.Get(); p.Known(w.LaunchType) && ok && name == string(ecs.ManagedInstances) {
			p.Reportf(w.LaunchType, "launch type %s: Managed Instances are chosen by a capacity provider strategy", ecs.ManagedInstances).
				Help(`remove "launchType", and name a capacity provider of Managed Instances in "capacityProviderStrategy"`)
		}
	}),
}
