package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var restartAttemptPeriod = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "restart-attempt-period",
		Title:     "The restart attempt period is not between 60 and 1800 seconds",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-restart-policy-attempt-period-range"},
		AWSErrors: []string{"the 'restartAttemptPeriod' setting for container 'web' must be between 60 and 1800"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			period := c.RestartPolicy.RestartAttemptPeriod
			seconds, ok := period.Get()
			if !p.Known(period) || !ok || seconds >= facts.RestartAttemptPeriodLeast && seconds <= facts.RestartAttemptPeriodMost {
				continue
			}
			p.Reportf(period, "%s: a restart attempt period of %d seconds: it takes %d to %d", containerLabel(c), seconds,
				facts.RestartAttemptPeriodLeast, facts.RestartAttemptPeriodMost).
				Help("remove it for the default of %d seconds, or set one in the range", facts.RestartAttemptPeriodDefault)
		}
	},
}
