package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var earlySuccessBelowMinimum = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "early-success-below-minimum",
		Title:    "A deployment succeeds early with fewer healthy tasks than it has to keep",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		d := p.Service().DeploymentConfiguration
		healthy, minimum := d.EarlySuccessCriteria.HealthyPercent, d.MinimumHealthyPercent
		criteria, hasCriteria := healthy.Get()
		least, hasLeast := minimum.Get()
		if !p.Known(healthy, minimum) || !isTrue(d.EarlySuccessCriteria.Enable) || !hasCriteria || !hasLeast || criteria >= least {
			return
		}
		p.Reportf(healthy, `"healthyPercent" is %d, below "minimumHealthyPercent", which is %d: it must be at least that`, criteria, least).
			Help("raise it to at least %d", least).
			Related(minimum, "the minimum")
	}),
}
