package placement

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const distinctExpressionText = "distinctInstance expression should not be specified"

var distinctInstanceExpression = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "distinct-instance-expression",
		Title:     "A distinctInstance placement constraint has an expression",
		Subject:   "placement",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-placement-constraint-distinct-instance-expression"},
		AWSErrors: []string{distinctExpressionText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-placement-constraint-distinct-instance-expression",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html",
		},
	},
	Run: eachConstraint(func(p *analysis.Pass, w workload.Workload, constraint ecs.PlacementConstraint) {
		if p.Known(constraint.Type, constraint.Expression) && isKind(constraint.Type, "distinctInstance") && !constraint.Expression.Absent() {
			b := p.Reportf(constraint.Expression, "placement constraint distinctInstance has an expression: only memberOf takes one").
				Help(`remove "expression", or move it to a constraint of type memberOf`)
			answer(b, w, distinctExpressionText)
		}
	}),
}
