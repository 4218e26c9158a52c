package facts

// Limits of task definitions. None of them can be raised.
const (
	ContainersPerTaskDefinition  = 10
	EnvironmentFilesPerContainer = 10
	TaskDefinitionBytes          = 65536

	TaskCPULeast    = 128    // units, 1024 to a vCPU
	TaskCPUMost     = 196608 // since February 2025
	TaskCPUManaged  = 10240  // the most on Managed Instances, by a page of the guide
	TaskMemoryLeast = 6      // MiB, what one container needs

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
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html",
	},
}
