package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var serviceWithoutTaskDefinition = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "service-without-task-definition",
		Title:    "A service is created without a task definition",
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
		controller, ok := controllerOf(p)
		if p.Object.Operation != "CreateService" || mayBeCompleted(p) || p.Object.Root.Incomplete || workload.CutShort(p) || !ok || controller == "EXTERNAL" {
			return
		}
		if p.Known(s.TaskDefinition) && s.TaskDefinition.Absent() {
			p.Reportf(s.TaskDefinition, "the service names no task definition, which only one with external deployments can do without").
				Help("name the task definition of its tasks")
		}
	}),
}
