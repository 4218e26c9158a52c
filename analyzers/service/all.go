// Package service holds the rules in Go that read one service.
package service

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of services, sorted by name.
var All = []*analysis.Analyzer{
	blockingDeploymentPercents,
	deploymentPercentOutOfRange,
}
