package schedule

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const scheduleNotECSText = "Parameters EcsParameters not supported for the target"

func targetNotECSText(id string) string {
	return "Parameter(s) EcsParameters not supported for target: " + id + "."
}

var targetIsNoCluster = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "target-is-no-cluster",
		Title:     "A task is to be started by a target that is no cluster",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-parameters-mismatch", "cdk-preflight:scheduler-target-parameters"},
		AWSErrors: []string{targetNotECSText("nightly"), scheduleNotECSText},
		Sources: []string{
			benchEvents + "target-parameters-mismatch",
			benchScheduler + "target-parameters",
			"https://github.com/hashicorp/terraform-provider-aws/issues/1469",
			"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, t := range targetsOf(p.Object) {
			if what, ok := t.namesOther(p); ok {
				b := p.Reportf(t.arn, "the target is %s, and has to be the cluster that the task runs in", what).
					Help("name the ARN of the cluster; the task definition has a place of its own in EcsParameters")
				if text, ok := t.answerToOther(p); ok {
					b.Note("AWS refuses it: %q", text)
				} else {
					b.Note("No task can start in what is no cluster.")
				}
			}
		}
	},
}

// namesOther is what the target is, where that is certainly no cluster.
func (t target) namesOther(p *analysis.Pass) (what string, ok bool) {
	if referred := p.Project.Referred(t.arn); referred != nil {
		return referred.Label(), referred.Type == ecs.TypeTaskDefinition || referred.Type == ecs.TypeService
	}
	arn, _ := t.arn.Get()
	parts, isARN := arnParts(arn)
	if !p.Known(t.arn) || !isARN {
		return "", false
	}
	service, resource := parts[1], parts[4]
	if service != "ecs" {
		return fmt.Sprintf("of %s", service), true
	}
	kind, _, _ := strings.Cut(resource, "/")
	return fmt.Sprintf("a %s", kind), kind == "task-definition" || kind == "service" || kind == "task"
}

// answerToOther is false where AWS's answer isn't known.
func (t target) answerToOther(p *analysis.Pass) (text string, ok bool) {
	arn, _ := t.arn.Get()
	parts, isARN := arnParts(arn)
	if !isARN || parts[1] == "ecs" {
		return "", false
	}
	if p.Object.Type == ecs.TypeSchedule {
		return scheduleNotECSText, true
	}
	return targetNotECSText(t.id), t.id != ""
}
