package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var missingFirelensRouter = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-firelens-router",
		Title:     "A container logs through FireLens, but none is the router",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-awsfirelens-without-router"},
		AWSErrors: []string{"When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers."},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-awsfirelens-without-router",
		},
	},
	Run: func(p *analysis.Pass) {
		senders, router := firelens(p)
		if !router.IsFalse() {
			return
		}
		for _, c := range senders {
			p.Reportf(c.LogConfiguration.LogDriver, "%s logs with driver awsfirelens, but no container has a \"firelensConfiguration\"", containerLabel(c)).
				Help(`add a log router: a container with the image of Fluent Bit and "firelensConfiguration": {"type": "fluentbit"}`)
		}
	},
}
