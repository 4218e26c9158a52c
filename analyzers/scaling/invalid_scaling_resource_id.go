package scaling

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const unsupportedText = "Unsupported service namespace, resource type or scalable dimension"

var invalidScalingResourceID = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-scaling-resource-id",
		Title:     "What scales isn't named as a service of ECS is",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-resource-id-shape"},
		AWSErrors: []string{unsupportedText},
		Sources: []string{
			bench + "resource-id-shape",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
		},
	},
	Run: func(p *analysis.Pass) {
		n, ok := namedBy(p.Object)
		if !ok || !p.Known(n.resource, n.dimension) {
			return
		}
		id, hasID := n.resource.Get()
		dimension, _ := n.dimension.Get()
		switch {
		case !hasID || dimension != desiredCount || serviceID.MatchString(id):
		case !ofService.MatchString(id):
			p.Reportf(n.resource, `%q names no service: the resource is "service/CLUSTER/SERVICE"`, id).
				Help("write it with the names of the cluster and the service").
				Note("AWS refuses it: %q", unsupportedText)
		default:
			p.Reportf(n.resource, `%q names no service: the resource is "service/CLUSTER/SERVICE"`, id).
				Severity(rules.Warning). // documented; AWS's answer isn't known
				Help("write it with the names of the cluster and the service")
		}
	},
}

var (
	ofService = regexp.MustCompile(`^service/`)
	serviceID = regexp.MustCompile(`^service/[^/:]+/[^/:]+$`)
)
