package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var rollbackWithoutCircuitBreaker = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "rollback-without-circuit-breaker",
		Title:      "Rollback is on, but the circuit breaker or the alarms that it needs are off",
		Subject:    "service",
		Engine:     rules.Go,
		Category:   rules.Reliability,
		Severity:   rules.Info,
		Since:      "0.1.0",
		Supersedes: []string{"no-circuit-breaker"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		d := p.Service().DeploymentConfiguration
		check := func(of value.Located, enable, rollback value.Value[bool], what string) {
			on, ok := enable.Get()
			if p.Known(enable, rollback) && ok && !on && isTrue(rollback) {
				p.Reportf(rollback, "rollback is on, but %s off: no deployment is rolled back", what).
					Help(`set "enable" to true, or "rollback" to false`).
					Related(of, "it is off here")
			}
		}
		check(d.DeploymentCircuitBreaker, d.DeploymentCircuitBreaker.Enable, d.DeploymentCircuitBreaker.Rollback, "the deployment circuit breaker is")
		check(d.Alarms, d.Alarms.Enable, d.Alarms.Rollback, "the alarms are")
	}),
}
