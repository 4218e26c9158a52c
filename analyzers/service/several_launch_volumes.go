package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var severalLaunchVolumes = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "several-launch-volumes",
		Title:    "A service configures more than one EBS volume",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.VolumesAtLaunchOrigin.Sources,
	},
	Run: onInput(func(p *analysis.Pass) {
		configs := p.Service().VolumeConfigurations
		if n := len(analysis.KnownItems(configs)); n > facts.VolumesAtLaunch {
			p.Reportf(configs, "%d volumes are configured: at most %d", n, facts.VolumesAtLaunch).
				Help("keep one EBS volume; use EFS, or a volume of the host, for the others")
		}
	}),
}
