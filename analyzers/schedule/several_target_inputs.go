package schedule

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

func severalInputsText(id string) string {
	return "Only one of Input, InputPath, or InputTransformer must be provided for target " + id + "."
}

var severalTargetInputs = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "several-target-inputs",
		Title:     "A target of an event rule gets its input in more than one way",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-input-exclusive"},
		AWSErrors: []string{severalInputsText("nightly")},
		Sources: []string{
			benchEvents + "target-input-exclusive",
			"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html",
		},
	},
	Run: func(p *analysis.Pass) {
		targets := p.Object.EventTargets()
		if targets == nil {
			return
		}
		for _, t := range targets.Targets.Items {
			var given []value.Located
			for _, way := range []struct {
				at analysis.Unknowable
				is bool
			}{{t.Input, !t.Input.Absent()}, {t.InputPath, !t.InputPath.Absent()}, {t.InputTransformer, !t.InputTransformer.Absent()}} {
				if way.is && p.Known(way.at) {
					given = append(given, way.at)
				}
			}
			if len(given) < 2 {
				continue
			}
			b := p.Reportf(given[1], "the target gets its input in %d ways: Input, InputPath and InputTransformer exclude each other", len(given)).
				Help("keep one of them; for a task Input holds its overrides").
				Related(given[0], "the first one")
			if id, ok := t.Id.Get(); ok {
				b.Note("AWS refuses it: %q", severalInputsText(id))
			}
		}
	},
}
