package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var reservedDockerLabel = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "reserved-docker-label",
		Title:    "A container sets a label that the ECS agent sets itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://github.com/aws/amazon-ecs-agent/blob/master/agent/engine/docker_task_engine.go",
			"https://github.com/aws/amazon-ecs-agent/pull/88",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, label := range c.DockerLabels.Entries {
				if !label.Value.Absent() && slices.Contains(agentLabels, label.Key) {
					p.Reportf(label.Value, "%s sets label %q, which the ECS agent overwrites", containerLabel(c), label.Key).
						Help("remove it, or give it a name of your own")
				}
			}
		}
	},
}

var agentLabels = []string{
	"com.amazonaws.ecs.cluster",
	"com.amazonaws.ecs.container-name",
	"com.amazonaws.ecs.task-arn",
	"com.amazonaws.ecs.task-definition-family",
	"com.amazonaws.ecs.task-definition-version",
}
