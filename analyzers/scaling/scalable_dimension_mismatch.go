package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

// desiredCount is the one dimension that ECS has.
const desiredCount = "ecs:service:DesiredCount"

const notAuthorizedText = "Account is not authorized"

var scalableDimensionMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "scalable-dimension-mismatch",
		Title:     "A scalable target is of ECS, and its dimension of another service",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-namespace-dimension-match"},
		AWSErrors: []string{notAuthorizedText},
		Sources: []string{
			bench + "namespace-dimension-match",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
		},
	},
	Run: func(p *analysis.Pass) {
		n, ok := namedBy(p.Object)
		if !ok || !p.Known(n.dimension, n.namespace) {
			return
		}
		dimension, has := n.dimension.Get()
		if namespace, _ := n.namespace.Get(); namespace != "ecs" || !has || dimension == desiredCount {
			return
		}
		p.Reportf(n.dimension, "the scalable dimension %q isn't of ECS, as the service namespace is", dimension).
			Help("use %q", desiredCount).
			Related(n.namespace, "the namespace").
			Note("AWS refuses it: %q", notAuthorizedText)
	},
}
