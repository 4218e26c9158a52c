package schedule

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const sampleCluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/shop"

func noRoleText(arn string) string { return "RoleArn is required for target " + arn + "." }

var missingTargetRole = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-target-role",
		Title:     "A rule of EventBridge is to start a task and has no role for it",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-role-required"},
		AWSErrors: []string{noRoleText(sampleCluster)},
		Sources: []string{
			benchEvents + "target-role-required",
			"https://github.com/awsdocs/aws-codepipeline-user-guide/pull/18",
			"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Type != ecs.TypeEventTargets {
			return // the schema misses it in schedules
		}
		for _, t := range targetsOf(p.Object) {
			if !p.Known(t.role) || !t.role.Absent() {
				continue
			}
			b := p.Reportf(t.role, "EventBridge starts tasks with a role, and the target has none").
				Help("add RoleArn: a role that events.amazonaws.com can assume, with ecs:RunTask, and iam:PassRole for the roles of the task")
			if arn, ok := t.arn.Get(); ok {
				b.Note("AWS refuses it: %q", noRoleText(arn))
			}
		}
	},
}
