// Package task holds the rules in Go that read what starts tasks by RunTask or StartTask: a call of these, a target of an
// event rule, a schedule.
package task

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of tasks, sorted by name.
var All = []*analysis.Analyzer{
	fargateOverrideSize,
	invalidStartedBy,
	overridesTooLong,
	propagateTagsFromService,
	unknownOverrideContainer,
}

// OfCalls are those of calls of the AWS CLI that define nothing, sorted by name.
var OfCalls = []*analysis.Analyzer{
	taskProtectionOutOfRange,
}
