package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	noDevicesText      = "Fargate compatible task definitions do not support devices"
	noSharedMemoryText = "Fargate compatible task definitions do not support sharedMemorySize"
	noMaxSwapText      = "Fargate compatible task definitions do not support maxSwap"
)

var fargateLinuxParameters = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-linux-parameters",
		Title:    "A container sets devices, shared memory or swap, which Fargate refuses",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:ecs-fargate-devices",
			"cdk-preflight:ecs-fargate-shared-memory-size",
			"cdk-preflight:ecs-fargate-max-swap",
		},
		AWSErrors: []string{noDevicesText, noSharedMemoryText, noMaxSwapText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-devices",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-shared-memory-size",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-max-swap",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html",
		},
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			linux, label := c.LinuxParameters, containerLabel(c)
			fargate.refuse(linux.Devices, hasItems(linux.Devices), noDevicesText,
				`remove "devices"`, "%s uses devices of the host, which Fargate refuses", label)
			fargate.refuse(linux.SharedMemorySize, isAboveZero(linux.SharedMemorySize), noSharedMemoryText,
				`remove "sharedMemorySize"; a "tmpfs" can take its place where the program can be told its path`,
				"%s sets the size of its shared memory, which Fargate refuses", label)
			fargate.refuse(linux.MaxSwap, isAboveZero(linux.MaxSwap), noMaxSwapText,
				`remove "maxSwap"`, "%s asks for swap, which Fargate refuses", label)
		}
	},
}
