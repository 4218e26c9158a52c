package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noEssentialText = "Task definition doesn't have any essential container"

var noEssentialContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "no-essential-container",
		Title:    "No container of the task definition is essential",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cfn-lint:E3042", "cdk-preflight:ecs-essential-container"},
		AWSErrors: []string{
			noEssentialText,
			noEssentialText + ".",
		},
		Sources: []string{
			"https://github.com/eagletmt/hako/pull/68",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: checkEssential,
}

func checkEssential(p *analysis.Pass) {
	containers := p.TaskDefinition().ContainerDefinitions
	for _, c := range containers.Items {
		if essential, ok := c.Essential.Or(true); ok && essential {
			return
		}
	}
	if containers.Absent() || !p.Known(containers) {
		return
	}
	for _, c := range containers.Items {
		if !p.Known(c.Essential) {
			return
		}
	}
	help := `remove "essential": false from the container that the task is there for; the default is true`
	if only := containers.Items[0]; len(containers.Items) == 1 {
		p.Reportf(only.Essential, "the only container isn't essential; a task needs at least one that is").
			Help("%s", help).
			Note("AWS refuses it: %q", noEssentialText)
		return
	}
	b := p.Reportf(containers, "none of the %d containers is essential; a task needs at least one that is", len(containers.Items)).
		Help("%s", help).
		Note("AWS refuses it: %q", noEssentialText)
	for _, c := range containers.Items {
		b.Related(c.Essential, "%s isn't", containerLabel(c))
	}
}
