package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const daemonRebalancingText = "Availability Zone Rebalancing does not support DAEMON services"

var daemonZoneRebalancing = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "daemon-zone-rebalancing",
		Title:     "A daemon service rebalances its tasks between Availability Zones",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-az-rebalancing-with-daemon"},
		AWSErrors: []string{daemonRebalancingText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-az-rebalancing-with-daemon",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		rebalancing := p.Service().AvailabilityZoneRebalancing
		if !isDaemon(p) || !p.Known(rebalancing) || !is(rebalancing, "ENABLED") {
			return
		}
		p.Reportf(rebalancing, "a daemon service has Availability Zone rebalancing enabled, but has a task on each instance anyway").
			Help(`remove "availabilityZoneRebalancing", or set it to DISABLED`).
			Related(p.Service().SchedulingStrategy, "the scheduling strategy").
			Note("%s", refusedWith(daemonRebalancingText))
	}),
}
