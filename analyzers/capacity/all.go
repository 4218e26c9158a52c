// Package capacity holds the rules in Go that read what tasks run on: clusters, capacity providers and the strategies that
// name them, wherever these stand; and the services of Express Mode, which bring their own.
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
	fargateMixedInStrategy,
	invalidCapacityProviderName,
	managedInstancesWithoutCluster,
	providerKind,
	scalingStepOrder,
	severalStrategyBases,
	strategyWithoutWeight,
	terminationProtectionWithoutScaling,
	unknownContainerInsights,
	unprotectedAutoScalingGroup,
}
