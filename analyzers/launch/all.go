// Package launch holds the rules in Go that read what tasks are launched on, and in which network: of services, task sets, tasks,
// schedules and event targets; and the capacity provider strategies of these, of clusters and of appspecs.
package launch

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of launches, sorted by name.
var All = []*analysis.Analyzer{
	execWithoutTaskRole,
	incompatibleLaunchType,
	launchTypeWithCapacityProviders,
	managedInstancesLaunchType,
	missingNetworkConfiguration,
	mixedCapacityProviders,
	networkConfigurationWithoutAwsvpc,
	noCapacityProviderWeight,
	noSubnets,
	placementOnFargate,
	platformVersionOnEc2,
	publicIPOnEc2,
	retiredPlatformVersion,
	severalCapacityProviderBases,
	tooManyPlacementConstraints,
	unknownPlatformVersion,
	windowsOnFargateSpot,
}
