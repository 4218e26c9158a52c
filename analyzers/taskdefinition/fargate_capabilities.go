package taskdefinition

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var fargateCapabilities = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "fargate-capabilities",
		Title:      "A container adds a Linux capability that Fargate doesn't give",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cdk-preflight:ecs-fargate-capabilities-add"},
		AWSErrors:  []string{noCapabilityText("NET_ADMIN")},
		Supersedes: []string{"unknown-capability"},
		Sources: append([]string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-fargate-capabilities-add",
		}, facts.FargateCapabilitiesOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		fargate := askFargate(p)
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, capability := range c.LinuxParameters.Capabilities.Add.Items {
				name, _ := capability.Get()
				refused := capability.Test(func(name string) bool { return !slices.Contains(facts.FargateCapabilities, name) })
				fargate.refuse(capability, refused, noCapabilityText(name),
					"remove it; SYS_PTRACE is the only capability that Fargate adds",
					"%s adds the capability %q, which Fargate doesn't give", containerLabel(c), name)
			}
		}
	},
}

func noCapabilityText(capability string) string { return capability + " is not allowed on Fargate." }
