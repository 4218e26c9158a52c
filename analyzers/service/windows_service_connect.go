package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const connectOnWindowsText = "Unsupported operating system in task definition. Please choose Linux"

var windowsServiceConnect = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "windows-service-connect",
		Title:     "Service Connect is on for tasks on Windows",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{connectOnWindowsText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/aws/copilot-cli/issues/5696",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		config := p.Service().ServiceConnectConfiguration
		td, ok := linkedTo(p)
		if !p.Known(config.Enabled) || !isTrue(config.Enabled) || !ok || !td.runsWindows() {
			return
		}
		p.Reportf(config, "Service Connect is on, but runs its proxy on Linux only; the tasks of %s run on Windows", td.label).
			Help("use service discovery or a load balancer").
			Related(td.RuntimePlatform.OperatingSystemFamily, "the operating system").
			Note("%s", refusedWith(connectOnWindowsText))
	}),
}
