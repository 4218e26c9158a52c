package schedule

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/rules"
)

const scheduleInputText = "JSON syntax error in input for the target"

func targetInputText(id string) string { return "JSON syntax error in input for target " + id + "." }

var invalidTargetInput = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-target-input",
		Title:     "The input of a scheduled task isn't JSON",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-input-json", "cdk-preflight:scheduler-target-input-json"},
		AWSErrors: []string{targetInputText("nightly"), scheduleInputText},
		Sources: []string{
			benchEvents + "target-input-json",
			benchScheduler + "target-input-json",
			"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, t := range targetsOf(p.Object) {
			input, ok := t.input.Get()
			if !p.Known(t.input) || !ok || syntax.HasPlaceholder(input) {
				continue
			}
			_, problems := json.Parse(t.input.Where().Node().Text)
			if len(problems) == 0 {
				continue
			}
			b := p.Reportf(t.input.Where().Within(problems[0].Range), "the input of the task isn't JSON: %s", problems[0].Message).
				Help("write the overrides as JSON, with the keys of RunTask")
			switch {
			case p.Object.Type == ecs.TypeSchedule:
				b.Note("AWS refuses it: %q", scheduleInputText)
			case t.id != "":
				b.Note("AWS refuses it: %q", targetInputText(t.id))
			}
		}
	},
}
