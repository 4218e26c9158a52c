package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const rebalancingPercentText = "Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration."

var zoneRebalancingMaximumPercent = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "zone-rebalancing-maximum-percent",
		Title:     "Availability Zone rebalancing has no room for a task more",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{rebalancingPercentText},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		maximum := s.DeploymentConfiguration.MaximumPercent
		percent, ok := maximum.Get()
		if !p.Known(s.AvailabilityZoneRebalancing, maximum) || !is(s.AvailabilityZoneRebalancing, "ENABLED") || !ok || percent > 100 || isDaemon(p) {
			return // daemon-zone-rebalancing speaks of daemon services
		}
		p.Reportf(s.AvailabilityZoneRebalancing, `Availability Zone rebalancing starts a task before it stops another, but "maximumPercent" is %d: it must be above 100`, percent).
			Help(`raise "maximumPercent" (200 is the default), or set "availabilityZoneRebalancing" to DISABLED`).
			Related(maximum, "the maximum percent").
			Note("%s", refusedWith(rebalancingPercentText))
	}),
}
