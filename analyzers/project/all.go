// Package project holds the rules in Go that read across objects.
package project

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers across objects, sorted by name.
var All = []*analysis.Analyzer{
	pushedImageNotDeployed,
	redeploySameTag,
	splitListItem,
	staleRevision,
	unknownLoadBalancerTarget,
	unknownRenderContainer,
}
