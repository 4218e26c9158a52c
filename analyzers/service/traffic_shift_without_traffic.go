package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var trafficShiftWithoutTraffic = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "traffic-shift-without-traffic",
		Title:    "A deployment is to shift traffic, but the service has none that ECS can shift",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-linear.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		strategy := s.DeploymentConfiguration.Strategy
		if !creates(p) || !p.Known(strategy) || !is(strategy, "LINEAR", "CANARY") {
			return
		}
		connect, known := s.ServiceConnectConfiguration.Enabled.Or(false)
		if !known || connect || !s.LoadBalancers.Absent() || !s.VpcLatticeConfigurations.Absent() || !s.GatewayConnectors.Absent() {
			return
		}
		name, _ := strategy.Get()
		p.Reportf(strategy, "strategy %s shifts traffic in steps, but the service has no load balancer, Service Connect or VPC Lattice", name).
			Help("add one of them, or use strategy BLUE_GREEN or ROLLING, which need none")
	}),
}
