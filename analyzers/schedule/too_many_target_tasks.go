package schedule

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

func taskCountText(id string) string {
	return "Parameter(s) TaskCount not valid for target: " + id + "."
}

var tooManyTargetTasks = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "too-many-target-tasks",
		Title:     "A target of an event rule starts more tasks at once than it can",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-ecs-parameters"},
		AWSErrors: []string{taskCountText("nightly")},
		Sources: []string{
			benchEvents + "target-ecs-parameters",
			"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html",
		},
	},
	Run: func(p *analysis.Pass) {
		targets := p.Object.EventTargets()
		if targets == nil {
			return
		}
		for _, t := range targets.Targets.Items {
			count := t.EcsParameters.TaskCount
			n, ok := count.Get()
			if !p.Known(count) || !ok || n <= facts.EventTargetTasks {
				continue
			}
			b := p.Reportf(count, "the target starts %d tasks at once, and can start %d", n, facts.EventTargetTasks).
				Help("add more targets, or start fewer tasks that do more")
			if id, ok := t.Id.Get(); ok {
				b.Note("AWS refuses it: %q", taskCountText(id))
			}
		}
	},
}
