package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var deploymentPercentOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "deployment-percent-out-of-range",
		Title:    "A deployment percent is beyond what AWS takes",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-service-deployment-percent"},
		AWSErrors: []string{
			"minimumHealthyPercent must be at most 100",
			"maximumPercent must be at least 100",
		},
		Sources: []string{
			"https://github.com/hashicorp/terraform-provider-aws/pull/6150",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		d := p.Service().DeploymentConfiguration
		if minimum, ok := highMinimum(d); ok {
			p.Reportf(d.MinimumHealthyPercent, `"minimumHealthyPercent" is %d: it must be at most 100`, minimum).
				Help("use a percentage from 0 to 100; 100 keeps all tasks while a deployment runs")
		}
		if maximum, ok := lowMaximum(d); ok {
			p.Reportf(d.MaximumPercent, `"maximumPercent" is %d: it must be at least 100`, maximum).
				Help("use 100 to stop old tasks before new ones start; a replica service may use more, 200 by default, to start new ones first")
		}
	},
}

// highMinimum is false for a minimum that AWS takes, or that isn't known.
func highMinimum(d ecs.DeploymentConfiguration) (int64, bool) {
	minimum, _ := d.MinimumHealthyPercent.Get()
	return minimum, minimum > 100
}

// lowMaximum is false for a maximum that AWS takes, or that isn't known.
func lowMaximum(d ecs.DeploymentConfiguration) (int64, bool) {
	maximum, ok := d.MaximumPercent.Get()
	return maximum, ok && maximum < 100
}
