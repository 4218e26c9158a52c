package scaling

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

const otherMetricText = "Scalable dimension ecs:service:DesiredCount only supports the following predefined metric types"

var metricOfAnotherService = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "metric-of-another-service",
		Title:     "A service of ECS is to scale by a predefined metric of another service of AWS",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-predefined-metric-dimension"},
		AWSErrors: []string{otherMetricText},
		Sources:   append([]string{bench + "predefined-metric-dimension"}, facts.ScalingMetricsOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		metric, name, ok := predefinedOf(p)
		if !ok || !slices.ContainsFunc(facts.OtherScalingMetrics, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
			return
		}
		p.Reportf(metric.PredefinedMetricType, "%q is no metric of ECS, which has %s", name, strings.Join(metricNames(), ", ")).
			Help("use one of these, or CustomizedMetricSpecification for another metric").
			Note("AWS refuses it: %q", otherMetricText)
	},
}

func metricNames() []string {
	var names []string
	for _, m := range facts.ScalingMetrics {
		names = append(names, m.Name)
	}
	return names
}
