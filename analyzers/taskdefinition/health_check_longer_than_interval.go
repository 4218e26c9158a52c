package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

// healthCheckLongerThanInterval: the pause between two checks is counted from the end of the first, so nothing breaks; but
// whoever writes it expects another rhythm.
var healthCheckLongerThanInterval = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "health-check-longer-than-interval",
		Title:    "A health check may take longer than the pause between two checks",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Operations,
		Severity: rules.Info,
		Since:    "0.1.0",
		Sources:  facts.HealthCheckOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			check := c.HealthCheck
			timeout, ok := check.Timeout.Get()
			interval, known := check.Interval.Or(facts.HealthCheckInterval.Default)
			switch {
			case !ok || timeout > facts.HealthCheckTimeout.Most: // health-check-out-of-range says the second
			case !known:
				p.Undecided(check.Interval)
			case timeout > interval:
				p.Reportf(check.Timeout, "the health check of %s may take %d s, longer than the %d s between two checks", containerLabel(c), timeout, interval).
					Help(`set "timeout" below "interval"`)
			}
		}
	},
}
