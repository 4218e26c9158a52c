package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var severalClassicLoadBalancers = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "several-classic-load-balancers",
		Title:    "A service has a Classic Load Balancer beside other load balancers",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		balancers := analysis.KnownItems(balancedOf(p).loadBalancers)
		if len(balancers) < 2 {
			return
		}
		for _, lb := range balancers {
			if name, ok := lb.LoadBalancerName.Get(); ok {
				p.Reportf(lb.LoadBalancerName, "Classic Load Balancer %q is one of %d load balancers: it can only be the only one", name, len(balancers)).
					Help("use target groups: a service can have up to five")
			}
		}
	}),
}
