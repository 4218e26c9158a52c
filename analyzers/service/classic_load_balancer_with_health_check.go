package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var classicLoadBalancerWithHealthCheck = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "classic-load-balancer-with-health-check",
		Title:    "Containers behind a Classic Load Balancer have health checks of their own",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		td, ok := linkedTo(p)
		if !ok {
			return
		}
		for _, lb := range balancedOf(p).loadBalancers.Items {
			name, named := lb.LoadBalancerName.Get()
			if !named || !p.Known(lb.LoadBalancerName) {
				continue
			}
			for _, c := range td.ContainerDefinitions.Items {
				if hasItems(c.HealthCheck.Command) && !is(c.HealthCheck.Command.Items[0], "NONE") {
					p.Reportf(lb.LoadBalancerName, "Classic Load Balancer %q balances tasks of %s, which has a container health check: the two aren't supported together", name, td.label).
						Help("use an Application or a Network Load Balancer, or leave the check to the load balancer").
						Related(c.HealthCheck, "the health check")
					return
				}
			}
		}
	}),
}
