// Package scaling holds the rules in Go that read how services scale: scalable targets, scaling policies, scheduled actions;
// and of the services of Express Mode what they say about it.
package scaling

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of scaling, sorted by name.
var All = []*analysis.Analyzer{
	brokenStepCoverage,
	desiredCountOutsideScaling,
	duplicateTrackedMetric,
	invalidPredictivePolicy,
	invalidResourceLabel,
	invalidScalingResourceID,
	invalidStepAmount,
	invalidStepBounds,
	metricOfAnotherService,
	minOverMaxCapacity,
	missingStepAdjustment,
	percentTargetOutOfRange,
	policyConfigurationMismatch,
	scalableDimensionMismatch,
	scaledDaemon,
	scheduledActionWithoutCapacity,
	tooManySteps,
	trackedMetricCount,
}

// bench is where what AWS answers was recorded, rule by rule.
const bench = "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/applicationautoscaling/pf-appautoscaling-"
