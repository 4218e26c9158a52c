package service

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const zoneAttribute = "ecs.availability-zone"

var zoneRebalancingUnsupported = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "zone-rebalancing-unsupported",
		Title:    "Availability Zone rebalancing is enabled beside what it doesn't work with",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html"},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if !p.Known(s.AvailabilityZoneRebalancing) || !is(s.AvailabilityZoneRebalancing, "ENABLED") {
			return
		}
		if what, at := hindersRebalancing(s); what != "" {
			p.Reportf(s.AvailabilityZoneRebalancing, "Availability Zone rebalancing is enabled, but doesn't work with %s", what).
				Help(`change that, or set "availabilityZoneRebalancing" to DISABLED`).
				Related(at, "it doesn't work with this")
		}
	}),
}

func hindersRebalancing(s *ecs.Service) (what string, at value.Located) {
	if is(s.LaunchType, string(ecs.External)) {
		return "launch type EXTERNAL", s.LaunchType
	}
	for _, lb := range s.LoadBalancers.Items {
		if isSet(lb.LoadBalancerName) {
			return "a Classic Load Balancer", lb.LoadBalancerName
		}
	}
	for _, c := range s.PlacementConstraints.Items {
		if expression, _ := c.Expression.Get(); strings.Contains(expression, zoneAttribute) {
			return "a placement constraint on " + zoneAttribute, c.Expression
		}
	}
	if len(s.PlacementStrategy.Items) == 0 {
		return "", nil
	}
	first := s.PlacementStrategy.Items[0]
	field, ok := first.Field.Get()
	if isSet(first.Type) && !is(first.Type, "spread") || ok && field != "attribute:"+zoneAttribute {
		return "a first placement strategy other than spread over attribute:" + zoneAttribute, s.PlacementStrategy
	}
	return "", nil
}
