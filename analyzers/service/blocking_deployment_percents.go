package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const bothHundred = "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments"

var blockingDeploymentPercents = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "blocking-deployment-percents",
		Title:     "Both deployment percents are 100, which blocks every rolling update",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-min-healthy-over-max-percent"},
		AWSErrors: []string{bothHundred},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://github.com/hashicorp/terraform-provider-aws/pull/6150",
		},
	},
	Run: func(p *analysis.Pass) {
		if u, ok := rollingUpdateOf(p); ok && u.isBothHundred() {
			u.reportBothHundred(p)
		}
	},
}

func (u rollingUpdate) reportBothHundred(p *analysis.Pass) {
	d := p.Service().DeploymentConfiguration
	message := `"minimumHealthyPercent" and "maximumPercent" are both 100: no deployment could start or stop a task`
	if !u.written {
		message = `"maximumPercent" is 100, as "minimumHealthyPercent" is by default: no deployment could start or stop a task`
	}
	b := p.Reportf(d.MaximumPercent, "%s", message)
	if u.daemon {
		b.Help(`lower "minimumHealthyPercent"; it is 0 by default for a daemon service`)
	} else {
		b.Help(`raise "maximumPercent" (200 is the default), or lower "minimumHealthyPercent"`)
	}
	if u.written && !u.assumed {
		b.Note("AWS refuses it: %q", bothHundred)
		return
	}
	b.Severity(rules.Warning)
	u.noteAssumption(b)
}
