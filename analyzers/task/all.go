// Package task holds the rules in Go that read what starts tasks by RunTask or StartTask: a call of these, a target of an
// event rule, a schedule.
package task

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of tasks, sorted by name.
var All = []*analysis.Analyzer{
	execWithoutTaskRole,
	invalidStartedBy,
	invalidTaskPlacement,
	launchTypeWithStrategy,
	malformedPlatformVersion,
	missingTaskNetwork,
	overridesTooLong,
	placementOnFargate,
	platformVersionOnEc2,
	propagateTagsFromService,
	taskPublicIPOnEc2,
	unknownOverrideContainer,
	unsupportedTaskNetwork,
}

// OfCalls are those of calls of the AWS CLI that define nothing, sorted by name.
var OfCalls = []*analysis.Analyzer{
	taskProtectionOutOfRange,
}
