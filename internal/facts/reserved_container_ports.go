package facts

// Container ports that something else in a task listens on.
const (
	FargateWindowsPort = 3150  // of Fargate itself, on Windows
	FireLensPort       = 24224 // of a log router
)

// ReservedContainerPortsOrigin is where both are from.
var ReservedContainerPortsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
	},
}
