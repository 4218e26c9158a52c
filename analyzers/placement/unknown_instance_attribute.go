package placement

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/rules"
)

var unknownInstanceAttribute = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-instance-attribute",
		Title:    "A placement expression misspells an attribute that ECS gives container instances",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{constraintPage, runFailurePage},
	},
	Run: func(p *analysis.Pass) {
		for _, e := range expressionsOf(p) {
			for _, name := range e.Misnamed(facts.InstanceAttributes) {
				meant, ok := diag.Suggest(e.in(name.Span), name.Among)
				if !ok {
					continue
				}
				p.ReportPartf(e.text, name.Span, "ECS gives container instances no attribute %q", e.in(name.Span)).
					Help("write %q", meant).
					Fix(diag.Fix{Message: fmt.Sprintf("write %q", meant), Edits: fix.ReplacePart(e.text, name.Span, meant)}).
					Note("An attribute of your own can have any name, but one that begins with \"ecs.\" looks like one of ECS.")
			}
		}
	},
}
