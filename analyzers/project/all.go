// Package project holds the rules in Go that read across objects.
package project

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers across objects, sorted by name.
var All = []*analysis.Analyzer{
	executionRoleLacksPermission,
	familyRegisteredTwice,
	misnamedCapacityProvider,
	misnamedDeploymentAlarm,
	misnamedScalableTarget,
	missingLogGroup,
	pushedImageNotDeployed,
	redeploySameTag,
	serviceBeforeCapacityProvider,
	serviceBeforeListener,
	serviceInOtherCluster,
	sharedHostPort,
	sharedRole,
	splitListItem,
	staleRevision,
	targetGroupWithoutListener,
	targetTypeMismatch,
	unassociatedCapacityProvider,
	unknownLoadBalancerTarget,
	unknownRenderContainer,
	unreachableContainerPort,
	untrustingRole,
}
