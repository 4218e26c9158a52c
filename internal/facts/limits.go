package facts

// Limits of task definitions. None of them can be raised.
const (
	ContainersPerTaskDefinition  = 10
	EnvironmentFilesPerContainer = 10

	EphemeralStorageDefault = 20 // GiB, without the member
	EphemeralStorageLeast   = 21 // GiB
	EphemeralStorageMost    = 200

	RestartAttemptPeriodDefault = 300 // seconds, without the member
	RestartAttemptPeriodLeast   = 60
	RestartAttemptPeriodMost    = 1800
)

// LimitsOrigin is where the limits are from.
var LimitsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/general/latest/gr/ecs-service.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html",
	},
}
