package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var daemonVolume = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "daemon-volume",
		Title:    "A daemon service configures EBS volumes for its tasks",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		volumes := p.Service().VolumeConfigurations
		if isDaemon(p) && p.Known(volumes) && hasItems(volumes) {
			p.Reportf(volumes, "a daemon service configures EBS volumes, which only replica services can have").
				Help("remove them; keep the data on the instance, or in EFS").
				Related(p.Service().SchedulingStrategy, "the scheduling strategy")
		}
	}),
}
