package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const hostPortText = "A host port mapping for the container port %d is required."

var classicLoadBalancerDynamicPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "classic-load-balancer-dynamic-port",
		Title:     "A Classic Load Balancer targets a container port without a fixed host port",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"A host port mapping for the container port 8080 is required."},
		Sources: []string{
			"https://github.com/aws/aws-sdk-js/issues/1397",
			"https://github.com/hashicorp/terraform/issues/9285",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		mode, td, ok := networkModeOf(p)
		if !ok || mode != "bridge" {
			return
		}
		for _, lb := range balancedOf(p).loadBalancers.Items {
			port, hasPort := lb.ContainerPort.Get()
			c, found := containerOf(p, lb.ContainerName)
			if !isSet(lb.LoadBalancerName) || !p.Known(lb.ContainerPort) || !hasPort || !found {
				continue
			}
			for _, m := range mappingsOf(c, port) {
				if host, ok := m.HostPort.Or(0); ok && host == 0 {
					p.Reportf(lb.ContainerPort, "a Classic Load Balancer targets container port %d, which gets another host port in each task of %s", port, td.label).
						Help(`give the port mapping a "hostPort", or use a target group, which follows host ports`).
						Related(m.ContainerPort, "the port mapping").
						Note("%s", refusedWith(fmt.Sprintf(hostPortText, port)))
				}
			}
		}
	}),
}
