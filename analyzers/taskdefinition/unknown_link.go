package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/rules"
)

var unknownLink = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-link",
		Title:    "A container links to one that isn't there",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/task/task.go",
			"proof: the ECS agent gives Docker the links of a container, and ends with an error where the task has no such container",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, link := range c.Links.Items {
				text, ok := link.Get()
				if !p.Known(link) || !ok || hasContainer(p, linkTarget(text)) {
					continue
				}
				names, complete := containerNames(p)
				if !complete {
					continue
				}
				b := p.Reportf(link, "%s links to %q, which is no container of this task definition", containerLabel(c), linkTarget(text))
				if similar, ok := diag.Suggest(linkTarget(text), names); ok {
					b.Help("write %q, if that is meant", similar)
				} else {
					b.Help("name one of the containers: %s", quotedList(names))
				}
			}
		}
	},
}
