// Package placement holds the rules in Go that read on which container instances tasks are placed: of task definitions,
// services, tasks, event targets and schedules.
package placement

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of placement, sorted by name.
var All = []*analysis.Analyzer{
	ambiguousPlacementExpression,
	distinctInstanceExpression,
	invalidBinpackField,
	invalidPlacementExpression,
	invalidSpreadField,
	missingPlacementExpression,
	randomPlacementField,
	selfAffinity,
	unknownInstanceAttribute,
	unmatchablePlacementValue,
}
