// Package capacity holds the rules in Go that read what tasks run on: clusters and capacity providers, and the services of
// Express Mode, which bring their own.
package capacity

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of capacity, sorted by name.
var All = []*analysis.Analyzer{
	allowedAndExcludedInstanceTypes,
	emptyInstanceRange,
	execLogWithoutOverride,
	execOverrideWithoutLog,
	expressServiceWithoutContainer,
	expressTaskDefinitionClash,
	invalidCapacityProviderName,
	managedInstancesWithoutCluster,
	providerKind,
	scalingStepOrder,
	terminationProtectionWithoutScaling,
	unknownContainerInsights,
	unprotectedAutoScalingGroup,
}
