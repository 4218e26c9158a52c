package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const daemonPercentText = "The daemon scheduling strategy does not support values above 100 for maximumPercent"

var daemonMaximumPercent = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "daemon-maximum-percent",
		Title:     "A daemon service has a maximum percent above 100",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-daemon-max-percent"},
		AWSErrors: []string{daemonPercentText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-daemon-max-percent",
			"https://github.com/aws/aws-cdk/issues/2209",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		maximum := p.Service().DeploymentConfiguration.MaximumPercent
		percent, _ := maximum.Get()
		if !isDaemon(p) || !p.Known(maximum) || percent <= 100 {
			return
		}
		p.Reportf(maximum, `"maximumPercent" is %d, but an instance never has two tasks of a daemon service: it must be 100`, percent).
			Help(`remove "maximumPercent" or set it to 100, and keep "minimumHealthyPercent" below 100`).
			Related(p.Service().SchedulingStrategy, "the scheduling strategy").
			Note("%s", refusedWith(daemonPercentText))
	}),
}
