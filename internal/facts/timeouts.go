package facts

// Timeouts are the seconds that a container may take to become ready for others, and to stop, on one platform.
// StopIsRefused tells that AWS refuses more for StopMost; else it is documented only.
type Timeouts struct {
	Platform            string // as in requiresCompatibilities
	StartMost, StopMost int64
	StopIsRefused       bool
}

// TimeoutLeast is the least of both, on all platforms.
const TimeoutLeast = 2 // seconds

// ContainerTimeouts are the platforms that have a limit. The 120 seconds that a page of the guide gives for the start
// on EC2 aren't enforced: https://github.com/aws/containers-roadmap/issues/1532
var ContainerTimeouts = []Timeouts{
	{"FARGATE", 120, 120, true},
	{"MANAGED_INSTANCES", 600, 86400, false},
}

// ContainerTimeoutsOrigin is where the limits are from.
var ContainerTimeoutsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
	},
}
