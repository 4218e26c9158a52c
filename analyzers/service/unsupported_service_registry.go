package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var unsupportedServiceRegistry = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unsupported-service-registry",
		Title:    "A service registry is named for tasks that can't be in one",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		b := balancedOf(p)
		if !p.Known(b.serviceRegistries) || !hasItems(b.serviceRegistries) {
			return
		}
		if mode, td, ok := networkModeOf(p); ok && mode == "none" {
			p.Reportf(b.serviceRegistries, "the %s has a service registry, but tasks in network mode none have no address; %s has it", b.kind, td.label).
				Help("remove the service registry, or use another network mode").
				Related(td.NetworkMode, "the network mode")
		}
		for _, lb := range b.loadBalancers.Items {
			if isSet(lb.LoadBalancerName) {
				p.Reportf(b.serviceRegistries, "the %s has a service registry beside a Classic Load Balancer, which service discovery doesn't support", b.kind).
					Help("use an Application or a Network Load Balancer, or one of the two only").
					Related(lb.LoadBalancerName, "the Classic Load Balancer")
				return
			}
		}
	}),
}
