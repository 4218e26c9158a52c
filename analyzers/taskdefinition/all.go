// Package taskdefinition holds the rules in Go that read one task definition.
package taskdefinition

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of task definitions, sorted by name.
var All = []*analysis.Analyzer{
	containerSumOverTask,
	duplicateContainerName,
	duplicateHostPort,
	duplicatePortName,
	efsIamWithoutTaskRole,
	efsRootWithAccessPoint,
	efsWithoutEncryption,
	ephemeralStorageOnEc2,
	ephemeralStorageSize,
	fargateLogDriver,
	fargateNetworkMode,
	fargatePrivileged,
	fargateTaskSize,
	hostPortMismatch,
	invalidContainerName,
	invalidDependsOn,
	invalidFamily,
	missingExecutionRole,
	missingFirelensRouter,
	noEssentialContainer,
	restartAttemptPeriod,
	secretNameClash,
	tooManyContainers,
	tooManyEnvironmentFiles,
	ulimitSoftOverHard,
	undeclaredVolume,
	unknownVolumesFrom,
	unusedFirelensRouter,
}
