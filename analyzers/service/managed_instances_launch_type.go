package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var managedInstancesLaunchType = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "managed-instances-launch-type",
		Title:    "Managed Instances are asked for by launch type",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		launchType := launched(p).LaunchType
		if p.Known(launchType) && is(launchType, string(ecs.ManagedInstances)) {
			p.Reportf(launchType, "launch type %s: Managed Instances are chosen by a capacity provider strategy", ecs.ManagedInstances).
				Help(`remove "launchType", and name a capacity provider of Managed Instances in "capacityProviderStrategy"`)
		}
	}),
}
