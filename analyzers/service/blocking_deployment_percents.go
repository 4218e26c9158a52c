package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const bothHundred = "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments"

var blockingDeploymentPercents = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "blocking-deployment-percents",
		Title:     "The deployment percents leave a rolling update no way to proceed",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{bothHundred},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
		},
	},
	Run: func(p *analysis.Pass) {
		d := p.Service().DeploymentConfiguration
		_, high := highMinimum(d)
		_, low := lowMaximum(d)
		if high || low {
			return // deployment-percent-out-of-range says it
		}
		if u, ok := rollingUpdateOf(p); ok {
			u.check(p)
		}
	},
}
