package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	severalMetricsText = "You must specify one metric specification."
	noBufferText       = "You must specify MaxCapacityBuffer when using IncreaseMaxCapacity."
	needlessBufferText = "You cannot specify MaxCapacityBuffer when using HonorMaxCapacity."
)

var invalidPredictivePolicy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-predictive-policy",
		Title:    "A predictive scaling policy has a metric too many, or a buffer that doesn't go with what it may do",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:appautoscaling-predictive-buffer-forbidden",
			"cdk-preflight:appautoscaling-predictive-buffer-required",
			"cdk-preflight:appautoscaling-predictive-metric-spec-single",
		},
		AWSErrors: []string{severalMetricsText, noBufferText, needlessBufferText},
		Sources: []string{
			bench + "predictive-metric-spec-single",
			bench + "predictive-buffer-required",
			bench + "predictive-buffer-forbidden",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredictiveScalingPolicyConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		policy := p.Object.ScalingPolicy()
		if policy == nil {
			return
		}
		predictive := policy.PredictiveScalingPolicyConfiguration
		if n := len(predictive.MetricSpecifications.Items); n > 1 {
			p.Reportf(predictive.MetricSpecifications, "a predictive policy forecasts one metric specification, and has %d", n).
				Help("make a policy of each").
				Note("AWS refuses it: %q", severalMetricsText)
		}
		behavior, buffer := predictive.MaxCapacityBreachBehavior, predictive.MaxCapacityBuffer
		does, _ := behavior.Get()
		switch {
		case !p.Known(behavior, buffer):
		case does == "IncreaseMaxCapacity" && buffer.Absent() && creates(p.Object):
			p.Reportf(behavior, "IncreaseMaxCapacity needs MaxCapacityBuffer, which tells by how much").
				Help("add it, in percent of the forecast").
				Note("AWS refuses it: %q", noBufferText)
		case does == "HonorMaxCapacity" && !buffer.Absent():
			p.Reportf(buffer, "HonorMaxCapacity leaves no room for MaxCapacityBuffer").
				Help("remove it, or use IncreaseMaxCapacity").
				Related(behavior, "the behavior").
				Note("AWS refuses it: %q", needlessBufferText)
		}
	},
}
