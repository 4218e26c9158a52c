package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var launchTypeWithStrategy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "launch-type-with-strategy",
		Title:    "Tasks are started with both a launch type and a capacity provider strategy",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer is known for services only
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://github.com/aws/aws-sdk/issues/761",
			"https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			name, ok := r.launchType.Get()
			if !p.Known(r.launchType) || !ok || len(r.strategy.providers) == 0 {
				continue
			}
			p.Reportf(r.strategy.at, "a capacity provider strategy stands beside launch type %s: only one of the two can be given", name).
				Help("remove the launch type, so that the strategy counts, or the strategy").
				Related(r.launchType, "the launch type")
		}
	},
}
