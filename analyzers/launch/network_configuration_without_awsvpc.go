package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const networkInWrongModeText = "Network Configuration is not valid for the given networkMode of this task definition."

var networkConfigurationWithoutAwsvpc = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "network-configuration-without-awsvpc",
		Title:     "A network configuration is set for tasks in another network mode than awsvpc",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-network-config-mode"},
		AWSErrors: []string{networkInWrongModeText},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-network-config-mode",
			"https://github.com/muya/amazon-ecs-run-task/issues/7",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		network := w.NetworkConfiguration
		mode, td, ok := workload.NetworkMode(p)
		if !ok || mode == "awsvpc" || !p.Known(network.AwsvpcConfiguration) || network.AwsvpcConfiguration.Absent() {
			return
		}
		if mayRunOnFargate(p, w) {
			return // there the network mode is what is wrong: fargate-network-mode and incompatible-launch-type speak of it
		}
		p.Reportf(network, "the %s has a network configuration, which only network mode awsvpc takes; %s has network mode %q", w.Kind, td.Label(), mode).
			Help("remove the network configuration, or use network mode awsvpc").
			Related(td.TaskDefinition().NetworkMode, "the network mode").
			Note("%s", workload.Refusal(w.Of, networkInWrongModeText))
	}),
}

func mayRunOnFargate(p *analysis.Pass, w workload.Workload) bool {
	if name, _ := w.LaunchType.Get(); name == string(ecs.Fargate) || !p.Known(w.LaunchType, w.CapacityProviderStrategy) {
		return true
	}
	for _, item := range w.CapacityProviderStrategy.Items {
		if is := workload.OfFargate(p.Project, item.CapacityProvider); !is.IsFalse() {
			if is.IsUnknown() {
				p.Undecided(item.CapacityProvider)
			}
			return true
		}
	}
	return false
}
