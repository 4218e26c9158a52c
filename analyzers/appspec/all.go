// Package appspec holds the rules in Go that read the appspecs by which CodeDeploy deploys services.
package appspec

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of appspecs, sorted by name.
var All = []*analysis.Analyzer{
	unknownDeployedContainer,
}
