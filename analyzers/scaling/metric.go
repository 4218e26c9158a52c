package scaling

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
)

// predefinedOf is the predefined metric that a policy tracks, with its name; false where there is none, or it isn't known.
func predefinedOf(p *analysis.Pass) (metric ecs.AppScalingPredefinedMetricSpecification, name string, ok bool) {
	policy := p.Object.ScalingPolicy()
	if policy == nil {
		return metric, "", false
	}
	metric = policy.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification
	name, ok = metric.PredefinedMetricType.Get()
	return metric, name, ok && p.Known(metric.PredefinedMetricType)
}

// metricNamed is false for what isn't a metric of ECS.
func metricNamed(name string) (facts.ScalingMetric, bool) {
	i := slices.IndexFunc(facts.ScalingMetrics, func(m facts.ScalingMetric) bool { return m.Name == name })
	if i < 0 {
		return facts.ScalingMetric{}, false
	}
	return facts.ScalingMetrics[i], true
}
