package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const (
	bothLaunchesText       = "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
	bothLaunchesOfTaskText = "Specify either Launch Type or Capacity Provider Strategy, but not both." // known from an emulator only
)

var launchTypeWithCapacityProviders = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "launch-type-with-capacity-providers",
		Title:      "A launch type is set beside a capacity provider strategy",
		Subject:    "launch",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cdk-preflight:ecs-service-launch-type-capacity-provider"},
		AWSErrors:  []string{bothLaunchesText, bothLaunchesOfTaskText},
		Supersedes: []string{"managed-instances-launch-type"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-launch-type-capacity-provider",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateTaskSet.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://github.com/aws/aws-sdk/issues/761",
			"https://github.com/getmoto/moto/blob/master/moto/ecs/models.py",
			"https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		name, ok := w.LaunchType.Get()
		if !p.Known(w.LaunchType) || !ok || !hasItems(w.CapacityProviderStrategy) {
			return
		}
		b := p.Reportf(w.LaunchType, "the %s has launch type %s beside a capacity provider strategy: it can have only one of them", w.Kind, name).
			Help("remove the launch type to run on the capacity providers").
			Related(w.CapacityProviderStrategy, "the capacity provider strategy")
		if w.RunsService() {
			b.Note("%s", workload.Refusal(w.Of, bothLaunchesText))
		} else {
			b.Severity(rules.Warning) // AWS's answer is known for services only
		}
	}),
}
