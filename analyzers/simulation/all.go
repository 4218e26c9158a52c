// Package simulation holds the rules in Go that place tasks on a fleet, where one is among the files.
package simulation

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of the simulator, sorted by name.
var All = []*analysis.Analyzer{
	noAZHeadroom,
	orderDependentPlacement,
	scalingExceedsFleet,
	stuckDeployment,
	unplaceableService,
	unsatisfiableConstraint,
	unusableFleet,
}

// Pages of AWS about what becomes of tasks without a place.
const (
	eventsPage   = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	failuresPage = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	strategyPage = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html"
	proof        = "proof: integer weights that a checker of its own verifies (docs/simulator.md)"
)
