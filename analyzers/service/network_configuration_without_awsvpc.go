package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const networkInWrongModeText = "Network Configuration is not valid for the given networkMode of this task definition."

var networkConfigurationWithoutAwsvpc = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "network-configuration-without-awsvpc",
		Title:     "A network configuration is set for tasks in another network mode than awsvpc",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-network-config-mode"},
		AWSErrors: []string{networkInWrongModeText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-network-config-mode",
			"https://github.com/muya/amazon-ecs-run-task/issues/7",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		w := workloadOf(p)
		mode, td, ok := networkModeOf(p)
		if !ok || mode == "awsvpc" || !p.Known(w.networkConfiguration.AwsvpcConfiguration) || w.networkConfiguration.AwsvpcConfiguration.Absent() {
			return
		}
		p.Reportf(w.networkConfiguration, "the %s has a network configuration, which only network mode awsvpc takes; %s has network mode %q", w.kind, td.label, mode).
			Help(`remove "networkConfiguration", or use network mode awsvpc`).
			Related(td.NetworkMode, "the network mode").
			Note("%s", refusedWith(networkInWrongModeText))
	}),
}
