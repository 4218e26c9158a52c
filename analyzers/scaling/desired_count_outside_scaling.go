package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var desiredCountOutsideScaling = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "desired-count-outside-scaling",
		Title:    "A service is created with more or fewer tasks than its scaling allows",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
			"https://github.com/aws/containers-roadmap/issues/2626",
		},
	},
	Run: func(p *analysis.Pass) {
		service := scaledService(p)
		if service == nil {
			return
		}
		desired := service.Service().DesiredCount
		count, ok := desired.Get()
		least, most := boundsOf(p.Object)
		from, hasFrom := least.Get()
		to, hasTo := most.Get()
		if !p.Known(desired, least, most) || !ok {
			return
		}
		switch {
		case hasFrom && count < from:
			p.Reportf(least, "%s has a desired count of %d, and scales to no fewer than %d", service.Label(), count, from).
				Help("raise the desired count to %d at least, or lower the minimum", from).
				Related(desired, "the desired count")
		case hasTo && count > to:
			p.Reportf(most, "%s has a desired count of %d, and scales to no more than %d", service.Label(), count, to).
				Help("lower the desired count to %d at most, or raise the maximum", to).
				Related(desired, "the desired count")
		}
	},
}
