package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	twoMetricsText = "Only one of PredefinedMetricSpecification or CustomizedMetricSpecification can be set for target tracking scaling."
	noMetricText   = "PredefinedMetricSpecification or CustomizedMetricSpecification must be set for target tracking scaling."
)

var trackedMetricCount = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "tracked-metric-count",
		Title:     "A target tracking policy tracks no metric, or two",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-tt-metric-spec-exclusive", "cdk-preflight:appautoscaling-tt-metric-spec-missing"},
		AWSErrors: []string{twoMetricsText, noMetricText},
		Sources: []string{
			bench + "tt-metric-spec-exclusive",
			bench + "tt-metric-spec-missing",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil || policy.TargetTrackingScalingPolicyConfiguration.Absent() {
			return
		}
		tracking := policy.TargetTrackingScalingPolicyConfiguration
		predefined, own := tracking.PredefinedMetricSpecification, tracking.CustomizedMetricSpecification
		switch {
		case !p.Known(tracking, predefined, own) || predefined.Absent() != own.Absent():
		case !own.Absent():
			p.Reportf(own, "the policy tracks a metric of its own beside a predefined one: it can track one").
				Help("remove one of the two, or make a second policy of it").
				Related(predefined, "the predefined metric").
				Note("AWS refuses it: %q", twoMetricsText)
		default:
			p.Reportf(tracking, "the policy has a target and no metric that is to reach it").
				Help("add PredefinedMetricSpecification or CustomizedMetricSpecification").
				Note("AWS refuses it: %q", noMetricText)
		}
	},
}
