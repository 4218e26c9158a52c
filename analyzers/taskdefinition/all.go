// Package taskdefinition holds the rules in Go that read one task definition.
package taskdefinition

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of task definitions, sorted by name.
var All = []*analysis.Analyzer{
	containerSumOverTask,
	duplicateContainerName,
	duplicateHostPort,
	fargateLogDriver,
	fargateNetworkMode,
	fargatePrivileged,
	fargateTaskSize,
	hostPortMismatch,
	invalidDependsOn,
	missingExecutionRole,
	noEssentialContainer,
	secretNameClash,
	undeclaredVolume,
}
