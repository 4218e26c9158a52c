package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var execWithSharedProcesses = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "exec-with-shared-processes",
		Title:    "ECS Exec is on for tasks whose containers share their processes",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		enable := p.Service().EnableExecuteCommand
		td, ok := linkedTo(p)
		if !ok || !p.Known(enable, td.PidMode) || !isTrue(enable) || !is(td.PidMode, "task") || len(analysis.KnownItems(td.ContainerDefinitions)) < 2 {
			return
		}
		p.Reportf(enable, "ECS Exec is on, but the containers of %s share their processes: sessions reach one of them only", td.label).
			Help(`leave "pidMode" out where sessions in each container are needed`).
			Related(td.PidMode, "the task definition")
	}),
}
