package schedule

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

func otherRegionText(cluster, taskDefinition string) string {
	return fmt.Sprintf("Region of %s does not match region of %s.", cluster, taskDefinition)
}

var targetRegionMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "target-region-mismatch",
		Title:     "A task definition of one Region is to run in a cluster of another",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-ecs-task-definition-region"},
		AWSErrors: []string{otherRegionText(sampleCluster, "arn:aws:ecs:eu-central-1:123456789012:task-definition/report")},
		Sources: []string{
			benchEvents + "target-ecs-task-definition-region",
			"proof: a cluster runs task definitions of its own Region",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, t := range targetsOf(p.Object) {
			cluster, _ := t.arn.Get()
			definition, _ := t.taskDefinition.Get()
			in, ok := arnParts(cluster)
			of, both := arnParts(definition)
			if !p.Known(t.arn, t.taskDefinition) || !ok || !both || in[1] != "ecs" || of[1] != "ecs" || in[2] == of[2] || in[2] == "" || of[2] == "" {
				continue
			}
			b := p.Reportf(t.taskDefinition, "the task definition is of %s, and the cluster of %s", of[2], in[2]).
				Help("register the task definition in the Region of the cluster, and name that").
				Related(t.arn, "the cluster")
			if p.Object.Type == ecs.TypeEventTargets {
				b.Note("AWS refuses it: %q", otherRegionText(cluster, definition))
			}
		}
	},
}
