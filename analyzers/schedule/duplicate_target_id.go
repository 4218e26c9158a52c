package schedule

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

func duplicateIDText(id string) string {
	return fmt.Sprintf("Parameter targets is not valid. Reason: More than one target with Id '%s' is provided.", id)
}

var duplicateTargetID = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "duplicate-target-id",
		Title:     "Two targets of an event rule have the same id",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:events-target-id-duplicate"},
		AWSErrors: []string{duplicateIDText("nightly")},
		Sources: []string{
			benchEvents + "target-id-duplicate",
			"https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html",
		},
	},
	Run: func(p *analysis.Pass) {
		targets := p.Object.EventTargets()
		if targets == nil {
			return
		}
		first := map[string]value.Value[string]{}
		for _, t := range targets.Targets.Items {
			id, ok := t.Id.Get()
			if !p.Known(t.Id) || !ok {
				continue
			}
			if earlier, taken := first[id]; taken {
				p.Reportf(t.Id, "the id %q is taken already: each target of a rule has one of its own", id).
					Help("rename it").
					Related(earlier, "the first one").
					Note("AWS refuses it: %q", duplicateIDText(id))
				continue
			}
			first[id] = t.Id
		}
	},
}
