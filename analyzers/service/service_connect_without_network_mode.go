package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var serviceConnectWithoutNetworkMode = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "service-connect-without-network-mode",
		Title:    "Service Connect is on for a task definition that names no network mode",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://github.com/mreferre/yelb/issues/86",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		config := p.Service().ServiceConnectConfiguration
		td, ok := linkedTo(p)
		if !p.Known(config.Enabled) || !isTrue(config.Enabled) || !ok || !td.NetworkMode.Absent() || td.runsWindows() {
			return
		}
		p.Reportf(config, "Service Connect is on, but %s names no network mode: bridge or awsvpc has to be written", td.label).
			Help(`add "networkMode" to the task definition`).
			Related(td.NetworkMode, "the task definition")
	}),
}
