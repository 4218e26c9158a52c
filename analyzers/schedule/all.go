// Package schedule holds the rules in Go that read when tasks are started and services scaled, and what a rule or a
// schedule of EventBridge starts; package task has those about the tasks themselves.
package schedule

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of schedules, sorted by name.
var All = []*analysis.Analyzer{
	duplicateTargetID,
	endBeforeStart,
	flexibleWindowMismatch,
	invalidScheduleExpression,
	invalidTargetInput,
	invalidTimeZone,
	missingTargetRole,
	scheduleOnCustomBus,
	severalTargetInputs,
	targetIsNoCluster,
	targetRegionMismatch,
	tooManyTargetTasks,
}

// Where what AWS answers was recorded, rule by rule.
const (
	benchEvents    = "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-"
	benchScheduler = "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/scheduler/pf-scheduler-"
	benchScaling   = "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/applicationautoscaling/pf-appautoscaling-"
)
