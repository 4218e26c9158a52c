package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var execWithReadOnlyRoot = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "exec-with-read-only-root",
		Title:    "ECS Exec is on, but a container can't write to its root file system",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		enable := p.Service().EnableExecuteCommand
		td, ok := linkedTo(p)
		if !p.Known(enable) || !isTrue(enable) || !ok {
			return
		}
		for _, c := range td.ContainerDefinitions.Items {
			name, named := c.Name.Get()
			if !named || !p.Known(c.ReadonlyRootFilesystem) || !isTrue(c.ReadonlyRootFilesystem) {
				continue
			}
			p.Reportf(enable, "ECS Exec is on, but container %q has a read-only root file system, where its agent can't write", name).
				Help("switch ECS Exec off, or give the container a writable root file system").
				Related(c.ReadonlyRootFilesystem, "the container")
		}
	}),
}
