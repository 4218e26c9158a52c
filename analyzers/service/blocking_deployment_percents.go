package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const bothHundred = "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments"

var blockingDeploymentPercents = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "blocking-deployment-percents",
		Title:    "The deployment percents leave a rolling update no way to proceed",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-service-deployment-percent", "cdk-preflight:ecs-svc-min-healthy-over-max-percent"},
		AWSErrors: []string{
			"minimumHealthyPercent must be at most 100",
			"maximumPercent must be at least 100",
			bothHundred,
		},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/pull/6150",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if outOfBounds(p) {
			return
		}
		if u, ok := rollingUpdateOf(p); ok {
			u.check(p)
		}
	},
}

func outOfBounds(p *analysis.Pass) bool {
	d := p.Service().DeploymentConfiguration
	minimum, _ := d.MinimumHealthyPercent.Get()
	if minimum > 100 {
		p.Reportf(d.MinimumHealthyPercent, `"minimumHealthyPercent" is %d: it must be at most 100`, minimum).
			Help("use a percentage from 0 to 100; 100 keeps all tasks while a deployment runs")
	}
	maximum, ok := d.MaximumPercent.Get()
	low := ok && maximum < 100
	if low {
		p.Reportf(d.MaximumPercent, `"maximumPercent" is %d: it must be at least 100`, maximum).
			Help("use 100 to stop old tasks before new ones start; a replica service may use more, 200 by default, to start new ones first")
	}
	return minimum > 100 || low
}
