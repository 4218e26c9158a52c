package facts

// UnsupportedField is a member of a task definition that a platform doesn't support. AWS's answer to it isn't known,
// unless a rule of its own quotes it.
type UnsupportedField struct {
	Member string   // names joined by ".", lists by "[]": containerDefinitions[].ulimits
	Values []string // only these; none for all that sets the member
	Help   string   // what to do, where that is more than to remove it
}

// WindowsFamilies are the values of runtimePlatform.operatingSystemFamily that stand for Windows.
var WindowsFamilies = []string{
	"WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE",
	"WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_2025_CORE",
}

// WindowsUnsupported is missing on Windows, on EC2 as on Fargate. The user of a container isn't among it, though a page
// says so: AWS Config has a rule that wants one there.
// https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-windows-user-non-admin.html
var WindowsUnsupported = []UnsupportedField{
	{Member: "containerDefinitions[].linuxParameters"},
	{Member: "containerDefinitions[].readonlyRootFilesystem"},
	{Member: "containerDefinitions[].systemControls"},
	{Member: "containerDefinitions[].ulimits"},
	{Member: "containerDefinitions[].firelensConfiguration", Help: "log with awslogs"},
	{Member: "volumes[].efsVolumeConfiguration", Help: "use FSx for Windows File Server, on EC2"},
	{Member: "volumes[].s3filesVolumeConfiguration"},
	{Member: "enableFaultInjection"},
}

// WindowsOnEC2Unsupported is missing on Windows on EC2 besides. Fargate refuses it on every system.
var WindowsOnEC2Unsupported = []UnsupportedField{
	{Member: "networkMode", Values: []string{"host", "none"}, Help: `remove "networkMode" for the NAT network of Docker, or set it to awsvpc`},
	{Member: "pidMode"},
	{Member: "ipcMode"},
	{Member: "containerDefinitions[].privileged"},
	{Member: "containerDefinitions[].disableNetworking"},
	{Member: "containerDefinitions[].dnsServers"},
	{Member: "containerDefinitions[].dnsSearchDomains"},
	{Member: "containerDefinitions[].extraHosts"},
	{Member: "containerDefinitions[].links"},
	{Member: "containerDefinitions[].resourceRequirements"},
	{Member: "containerDefinitions[].logConfiguration.logDriver", Values: []string{"awsfirelens"}, Help: "use awslogs"},
	{Member: "volumes[].dockerVolumeConfiguration", Help: "use a folder of the host, or FSx for Windows File Server"},
	{Member: "cpu", Help: `set "cpu" of the containers: that of the task is ignored`},
	{Member: "memory", Help: `set "memory" of the containers: that of the task is ignored`},
	{Member: "containerDefinitions[].memoryReservation", Help: `use "memory": Docker on Windows doesn't start the container otherwise`},
	{Member: "containerDefinitions[].mountPoints[].readOnly", Help: "remove it; let the program of the container see to it"},
}

// WindowsOnFargateUnsupported is missing on Windows on Fargate besides.
var WindowsOnFargateUnsupported = []UnsupportedField{
	{Member: "runtimePlatform.operatingSystemFamily", Values: []string{"WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE"},
		Help: "use WINDOWS_SERVER_2022_CORE, with an image that is built for it"},
	{Member: "containerDefinitions[].environmentFiles", Help: `list the variables in "environment" or "secrets"`},
	{Member: "containerDefinitions[].memoryReservation", Help: `use "memory"`},
	{Member: "containerDefinitions[].restartPolicy"},
	{Member: "containerDefinitions[].credentialSpecs", Help: "run the task on EC2, which has group managed service accounts"},
	{Member: "volumes[].configuredAtLaunch", Help: "use a bind mount"},
	{Member: "pidMode", Values: []string{"task"}},
}

// WindowsUnsupportedOrigin is where the three lists are from.
var WindowsUnsupportedOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-considerations.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html",
		"https://github.com/awsdocs/amazon-ecs-developer-guide/pull/242",
	},
}

// ExternalUnsupported is missing on ECS Anywhere.
var ExternalUnsupported = []UnsupportedField{
	{Member: "networkMode", Values: []string{"awsvpc"}, Help: "use bridge, host or none"},
	{Member: "runtimePlatform.operatingSystemFamily", Values: WindowsFamilies, Help: "use LINUX; ECS Anywhere has no Windows since 7 August 2026"},
	{Member: "ephemeralStorage"},
	{Member: "containerDefinitions[].resourceRequirements[].type", Values: []string{"NeuronDevice"}, Help: "run the task on Managed Instances"},
	{Member: "containerDefinitions[].resourceRequirements[].sharingStrategy", Help: `ask for whole GPUs with "value"`},
	{Member: "volumes[].configuredAtLaunch"},
	{Member: "volumes[].efsVolumeConfiguration", Help: "mount the file system on the host, and use its folder"},
	{Member: "volumes[].fsxWindowsFileServerVolumeConfiguration"},
	{Member: "volumes[].s3filesVolumeConfiguration"},
}

// ExternalUnsupportedOrigin is where ExternalUnsupported is from.
var ExternalUnsupportedOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html",
	},
}

// ManagedInstancesUnsupported is missing on Managed Instances. Network mode none is left out: the sources differ.
var ManagedInstancesUnsupported = []UnsupportedField{
	{Member: "networkMode", Values: []string{"bridge"}, Help: "use awsvpc or host"},
	{Member: "runtimePlatform.operatingSystemFamily", Values: WindowsFamilies, Help: "run the task on EC2 or Fargate"},
	{Member: "ephemeralStorage", Help: "set the size of the disk at the capacity provider"},
	{Member: "containerDefinitions[].disableNetworking"},
	{Member: "containerDefinitions[].dnsServers"},
	{Member: "containerDefinitions[].dockerSecurityOptions"},
	{Member: "containerDefinitions[].hostname"},
	{Member: "containerDefinitions[].links"},
	{Member: "containerDefinitions[].linuxParameters.maxSwap"},
	{Member: "containerDefinitions[].linuxParameters.sharedMemorySize", Help: `use a "tmpfs" where the program can be told its path`},
	{Member: "containerDefinitions[].linuxParameters.swappiness"},
	{Member: "containerDefinitions[].logConfiguration.logDriver", Values: []string{"fluentd", "gelf", "journald", "syslog"}, Help: "use awslogs, splunk, json-file, or awsfirelens with a FireLens container"},
	{Member: "volumes[].dockerVolumeConfiguration"},
	{Member: "volumes[].fsxWindowsFileServerVolumeConfiguration"},
}

// ManagedInstancesUnsupportedOrigin is where ManagedInstancesUnsupported is from.
var ManagedInstancesUnsupportedOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
	},
}

// FargateUnsupported is documented as missing on Fargate. What AWS answers with a text has a rule of its own.
var FargateUnsupported = []UnsupportedField{
	{Member: "containerDefinitions[].linuxParameters.swappiness"},
	{Member: "containerDefinitions[].resourceRequirements[].type", Values: []string{"NeuronDevice"}, Help: "run the task on Managed Instances"},
	{Member: "volumes[].fsxWindowsFileServerVolumeConfiguration", Help: "run the task on Windows on EC2"},
}

// FargateUnsupportedOrigin is where FargateUnsupported is from.
var FargateUnsupportedOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html",
	},
}
