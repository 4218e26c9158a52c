package scaling

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var percentTargetOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "percent-target-out-of-range",
		Title:    "A target in percent is one that a service can't reach, or always exceeds",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning, // AWS takes any number
		Since:    "0.1.0",
		Sources:  facts.ScalingMetricsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		_, name, ok := predefinedOf(p)
		metric, _ := metricNamed(name)
		if !ok || !metric.IsPercent {
			return
		}
		target := p.Object.ScalingPolicy().TargetTrackingScalingPolicyConfiguration.TargetValue
		percent, has := target.Get()
		if !p.Known(target) || !has || percent > 0 && percent <= 100 {
			return
		}
		p.Reportf(target, "a target of %s %% isn't between 0 and 100, where %s is", strconv.FormatFloat(percent, 'f', -1, 64), name).
			Help("choose how busy the tasks may be on average, as in 60")
	},
}
