package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var missingDesiredCount = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-desired-count",
		Title:    "A replica service is created without the number of its tasks",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		byCall := p.Object.Given == ecs.ByOptions || p.Object.Given == ecs.ByInput // a template has a default
		controller, ok := controllerOf(p)
		if p.Object.Operation != "CreateService" || !byCall || p.Object.Root.Incomplete || workload.CutShort(p) || !ok || controller == "EXTERNAL" {
			return
		}
		if p.Known(s.DesiredCount, s.SchedulingStrategy) && s.DesiredCount.Absent() && !isDaemon(p) {
			p.Reportf(s.DesiredCount, "the service doesn't say how many tasks it wants, which the API reference demands of a replica service").
				Help("add --desired-count")
		}
	}),
}
