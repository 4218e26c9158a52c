package placement

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/internal/query"
	"github.com/ecslint/ecslint/rules"
)

const invalidExpressionText = "constraint.expression 'attributes:ecs.instance-type==p3.2xlarge' ..."

var invalidPlacementExpression = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-placement-expression",
		Title:     "A placement expression isn't in the cluster query language",
		Subject:   "placement",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{invalidExpressionText},
		Sources:   []string{languagePage, constraintPage, runFailurePage},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Output {
			return // AWS has taken it
		}
		for _, e := range expressionsOf(p) {
			for _, problem := range e.Problems {
				reportProblem(p, e, problem)
			}
		}
	},
}

func reportProblem(p *analysis.Pass, e expression, problem query.Problem) {
	b := p.ReportPartf(e.text, problem.Span, "%s", problem.Message)
	instead := problem.Instead
	if instead == "" {
		instead, _ = diag.Suggest(e.in(problem.Span), problem.Among)
	}
	if instead != "" {
		b.Help("write %q", instead).
			Fix(diag.Fix{Message: fmt.Sprintf("write %q", instead), Safe: problem.Refused, Edits: fix.ReplacePart(e.text, problem.Span, instead)})
	}
	switch text, _ := e.text.Get(); {
	case problem.Refused:
		b.Note("AWS refuses it: %q", "constraint.expression '"+text+"' ...")
	case problem.Broken:
		b.Note("An expression that can't be read selects no container instance.")
	default:
		b.Severity(rules.Warning).
			Note("The documentation of the language doesn't allow it. Where AWS takes it all the same, no task may be placed: %q.", unsatisfied)
	}
}
