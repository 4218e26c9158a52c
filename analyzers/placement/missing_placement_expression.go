package placement

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var missingPlacementExpression = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-placement-expression",
		Title:    "A memberOf placement constraint has no expression",
		Subject:  "placement",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html"},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Output {
			return
		}
		for _, c := range constraintsOf(p.Object) {
			if kind, _ := c.kind.Get(); p.Known(c.kind, c.expression) && kind == "memberOf" && c.expression.Absent() {
				p.Reportf(c.expression, "placement constraint memberOf has no expression, which tells on which container instances tasks may run").
					Help(`add "expression", as in "attribute:ecs.instance-type =~ t3.*"`)
			}
		}
	},
}
