package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var tooManyTasks = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "too-many-tasks",
		Title:    "A service wants more tasks than an account has by default",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.ServiceLimitsOrigin.Sources,
	},
	Run: onInput(func(p *analysis.Pass) {
		count := p.Service().DesiredCount
		n, ok := count.Get()
		if !p.Known(count) || !ok {
			return
		}
		switch {
		case n > facts.TasksPerService:
			p.Reportf(count, "the service wants %d tasks: an account has at most %d by default", n, facts.TasksPerService).
				Help(`make sure that the quota "Tasks per service" is raised, or divide them between services`)
		case n > facts.TasksPerServiceInCloudMap && hasItems(p.Service().ServiceRegistries):
			p.Reportf(count, "the service wants %d tasks: with service discovery it has at most %d", n, facts.TasksPerServiceInCloudMap).
				Help("divide them between services, each with a registry of its own")
		}
	}),
}
