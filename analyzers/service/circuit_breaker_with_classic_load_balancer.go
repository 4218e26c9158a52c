package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const breakerWithClassicText = "Deployment circuit breaker feature is not supported with Classic Load Balancers. Remove the Classic Load Balancer and try again."

var circuitBreakerWithClassicLoadBalancer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "circuit-breaker-with-classic-load-balancer",
		Title:     "The deployment circuit breaker is set for a service behind a Classic Load Balancer",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Warning,
		Since:     "0.1.0",
		AWSErrors: []string{breakerWithClassicText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/aws/containers-roadmap/issues/1272",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		breaker := p.Service().DeploymentConfiguration.DeploymentCircuitBreaker
		if !isThere(breaker.Object) {
			return
		}
		for _, lb := range p.Service().LoadBalancers.Items {
			if isSet(lb.LoadBalancerName) {
				p.Reportf(breaker, "the deployment circuit breaker is set, but AWS has refused it behind a Classic Load Balancer").
					Help(`remove "deploymentCircuitBreaker", or use a target group`).
					Related(lb.LoadBalancerName, "the Classic Load Balancer").
					Note("AWS refused it in 2021, switched off too: %q", breakerWithClassicText)
				return
			}
		}
	}),
}
