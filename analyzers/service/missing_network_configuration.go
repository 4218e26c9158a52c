package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noNetworkText = "Network Configuration must be provided when networkMode 'awsvpc' is specified."

var missingNetworkConfiguration = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-network-configuration",
		Title:     "Tasks in network mode awsvpc have no network configuration",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3052"},
		AWSErrors: []string{noNetworkText},
		Sources: []string{
			"https://github.com/PasseiDireto/gh-runner-task-action/issues/8",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		w := workloadOf(p)
		if !creates(p) || !w.networkConfiguration.AwsvpcConfiguration.Absent() || isOfTaskSets(p) {
			return
		}
		if a, ok := usesAwsvpc(p); ok {
			p.Reportf(w.networkConfiguration, "the %s has no network configuration, which network mode awsvpc needs; %s", w.kind, a.because).
				Help(`add "networkConfiguration" with the subnets and the security groups of the tasks`).
				Related(a.at, "the tasks use network mode awsvpc").
				Note("%s", refusedWith(noNetworkText))
		}
	}),
}

// isOfTaskSets reports a service whose task sets tell how its tasks run, or may do so.
func isOfTaskSets(p *analysis.Pass) bool {
	if p.Service() == nil {
		return false
	}
	controller, ok := controllerOf(p)
	return !ok || controller == "EXTERNAL"
}
