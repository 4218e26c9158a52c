package service

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var missingLaunchVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-launch-volume",
		Title:    "A service doesn't configure a volume that its task definition leaves to the launch",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		td, ok := linkedTo(p)
		configs := p.Service().VolumeConfigurations
		if !ok || !creates(p) || !p.Known(configs) || isOfTaskSets(p) || td.knowsNot(configs) {
			return
		}
		for _, v := range td.Volumes.Items {
			name, hasName := v.Name.Get()
			if !hasName || !isTrue(v.ConfiguredAtLaunch) || configures(p, configs, name) {
				continue
			}
			p.Reportf(configs, "%s leaves volume %q to the launch, but the service doesn't configure it", td.label, name).
				Help(`add it to "volumeConfigurations"`).
				Related(v.ConfiguredAtLaunch, "the volume")
		}
	}),
}

// configures is true also where it isn't known.
func configures(p *analysis.Pass, configs value.List[ecs.ServiceVolumeConfiguration], name string) bool {
	for _, config := range configs.Items {
		if !p.Known(config.Name) || is(config.Name, name) {
			return true
		}
	}
	return false
}

// knowsNot reports that one of the volumes isn't left to the launch: it may be meant for one that is, and unknown-launch-volume
// speaks of it.
func (td linked) knowsNot(configs value.List[ecs.ServiceVolumeConfiguration]) bool {
	return slices.ContainsFunc(configs.Items, func(config ecs.ServiceVolumeConfiguration) bool {
		name, ok := config.Name.Get()
		return ok && td.leavesToLaunch(name).IsFalse()
	})
}
