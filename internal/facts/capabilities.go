package facts

// FargateCapabilities are the Linux capabilities that a container on Fargate can add.
var FargateCapabilities = []string{"SYS_PTRACE"}

// FargateCapabilitiesOrigin is where FargateCapabilities is from.
var FargateCapabilitiesOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html"},
}
