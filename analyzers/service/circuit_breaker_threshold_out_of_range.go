package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var circuitBreakerThresholdOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "circuit-breaker-threshold-out-of-range",
		Title:    "The threshold of the deployment circuit breaker is beyond what AWS takes",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		threshold := p.Service().DeploymentConfiguration.DeploymentCircuitBreaker.ThresholdConfiguration
		n, ok := threshold.Value.Get()
		kind, isKnown := threshold.Type.Get()
		if !p.Known(threshold.Type, threshold.Value) || !ok || !isKnown {
			return
		}
		switch {
		case n < 1:
			p.Reportf(threshold.Value, "the threshold of the circuit breaker is %d: it must be at least 1", n).
				Help("tell after how many failures, or after which percent of the desired count, a deployment has failed")
		case n > 100 && kind != "COUNT":
			p.Reportf(threshold.Value, "the threshold of the circuit breaker is %d percent: it must be at most 100", n).
				Help(`use a percentage from 1 to 100, or "type": "COUNT"`)
		}
	}),
}
