package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var healthCheckOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "health-check-out-of-range",
		Title:    "A health check has a number that is out of its range",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:ecs-healthcheck-interval-range",
			"cdk-preflight:ecs-healthcheck-timeout-range",
			"cdk-preflight:ecs-healthcheck-retries-range",
			"cdk-preflight:ecs-healthcheck-start-period-range",
		},
		AWSErrors: []string{
			overHealthCheckText("interval", facts.HealthCheckInterval.Most, "web"),
			overHealthCheckText("timeout", facts.HealthCheckTimeout.Most, "web"),
			overHealthCheckText("retries", facts.HealthCheckRetries.Most, "web"),
			overHealthCheckText("startPeriod", facts.HealthCheckStartPeriod.Most, "web"),
		},
		Sources: append([]string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-healthcheck-interval-range",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-healthcheck-timeout-range",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-healthcheck-retries-range",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-healthcheck-start-period-range",
		}, facts.HealthCheckOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			check := c.HealthCheck
			checkHealthRange(p, c, "interval", check.Interval, facts.HealthCheckInterval)
			checkHealthRange(p, c, "timeout", check.Timeout, facts.HealthCheckTimeout)
			checkHealthRange(p, c, "retries", check.Retries, facts.HealthCheckRetries)
			checkHealthRange(p, c, "startPeriod", check.StartPeriod, facts.HealthCheckStartPeriod)
		}
	},
}

func overHealthCheckText(member string, most int64, container string) string {
	return fmt.Sprintf("Health check %s must be less than or equal to the maximum allowed value %d for container '%s'", member, most, container)
}

func checkHealthRange(p *analysis.Pass, c ecs.ContainerDefinition, member string, v value.Value[int64], r facts.HealthCheckRange) {
	n, ok := v.Get()
	if !p.Known(v) || !ok || n >= r.Least && n <= r.Most {
		return
	}
	b := p.Reportf(v, "the health check of %s: %s %d is not between %d and %d", containerLabel(c), member, n, r.Least, r.Most).
		Help("remove it for the default, %d, or set one in the range", r.Default)
	if n < r.Least {
		b.Severity(rules.Warning) // documented; AWS's answer isn't known
		return
	}
	noteRefusal(b, c, func(container string) string { return overHealthCheckText(member, r.Most, container) })
}
