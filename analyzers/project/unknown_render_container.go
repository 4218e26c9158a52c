package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unknownRenderContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-render-container",
		Title:     "The render action names a container that the task definition doesn't have",
		Subject:   "project",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"Invalid task definition: Could not find container definition with matching name"},
		Sources: []string{
			"https://github.com/aws-actions/amazon-ecs-render-task-definition/blob/master/index.js",
			"https://github.com/aws-actions/amazon-ecs-render-task-definition#usage",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Type != ecs.TypeAction {
			return
		}
		inputs := value.NewObject(p.Object.Root)
		wanted := value.String(inputs, "container-name")
		name, ok := wanted.Get()
		if !p.Known(wanted) || !ok {
			return
		}
		file := inputs.Child(ecs.ActionTaskDefinition)
		containers := value.ListOf(file, "containerDefinitions", func(c value.Object) value.Value[string] { return value.String(c, "name") })
		name = strings.TrimSpace(name) // as GitHub gives it to the action
		at, names, unknown := containerNames(containers.Items).find(name)
		if at >= 0 || len(names) == 0 || !p.Known(append(unknown, containers)...) {
			return
		}
		p.Reportf(wanted, "the action renders container %q, which the task definition doesn't have: it has %s", name, strings.Join(names, ", ")).
			Help("name a container of the task definition").
			Related(containers, "the containers of the task definition")
	},
}
