package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var deploymentOptionOfAnotherStrategy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "deployment-option-of-another-strategy",
		Title:    "A deployment is configured for another strategy than it has",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		strategy, ok := strategyOf(p)
		if !ok {
			return
		}
		d := p.Service().DeploymentConfiguration
		for _, option := range []struct {
			at   value.Located
			used bool
			of   string
			says string
		}{
			{d.LinearConfiguration, isThere(d.LinearConfiguration.Object), "LINEAR", "a linear deployment is configured"},
			{d.CanaryConfiguration, isThere(d.CanaryConfiguration.Object), "CANARY", "a canary deployment is configured"},
			{d.EarlySuccessCriteria, isTrue(d.EarlySuccessCriteria.Enable), "ROLLING", "criteria of early success are set"},
		} {
			if option.used && option.of != strategy {
				p.Reportf(option.at, "%s, which is for strategy %s, but the strategy is %s", option.says, option.of, strategy).
					Help(`remove it, or set "strategy" to %s`, option.of).
					Related(d.Strategy, "the strategy")
			}
		}
	}),
}
