package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const daemonStrategyText = "Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy."

var daemonOnFargate = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "daemon-on-fargate",
		Title:     "A daemon service is to run on Fargate",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cfn-lint:E3044"},
		AWSErrors: []string{daemonStrategyText},
		Sources: []string{
			"proof: a daemon service runs one task on each container instance, and tasks on Fargate have none",
			"https://github.com/aws/containers-roadmap/issues/692",
			"https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		l, ok := launched(p).OnFargate(p)
		if !isDaemon(p) || !ok {
			return
		}
		b := p.Reportf(p.Service().SchedulingStrategy, "a daemon service runs one task on each container instance, but Fargate has none; %s means Fargate", l.By).
			Help("run the service on EC2; on Fargate put what each task needs into a sidecar container").
			Related(l.At, "the tasks run on Fargate")
		if !l.ByType {
			b.Note("%s", refusedWith(daemonStrategyText))
		}
	}),
}
