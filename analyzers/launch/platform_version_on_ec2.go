package launch

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const versionOnEC2Text = "The platform version must be null when specifying an EC2 launch type."

func targetVersionText(target string) string {
	return fmt.Sprintf("Parameter PlatformVersion for target %s is not supported when launch type is EC2", target)
}

var platformVersionOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "platform-version-on-ec2",
		Title:     "A platform version of Fargate is set for tasks that run elsewhere",
		Subject:   "launch",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-platform-version-ec2", "cdk-preflight:ecs-taskset-platform-version-ec2"},
		AWSErrors: []string{versionOnEC2Text, targetVersionText(sampleTarget)},
		Unfit:     true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-platform-version-ec2",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://github.com/aws/amazon-ecs-cli/issues/1047",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		version, ok := w.PlatformVersion.Get()
		launchType, _ := w.LaunchType.Get()
		elsewhere := launchType == string(ecs.EC2) || launchType == string(ecs.External)
		if !p.Known(w.PlatformVersion, w.LaunchType) || !ok || !elsewhere {
			return
		}
		b := p.Reportf(w.PlatformVersion, "platform version %q beside launch type %s: only Fargate has platform versions", version, launchType).
			Help("remove the platform version").
			Related(w.LaunchType, "the launch type")
		switch onEC2 := launchType == string(ecs.EC2); {
		case onEC2 && w.RunsService():
			b.Note("%s", workload.Refusal(w.Of, versionOnEC2Text))
		case onEC2 && w.Of.Type == ecs.TypeEventTargets:
			b.Note("AWS refuses it: %q", targetVersionText(targetID(w)))
		default:
			b.Severity(rules.Warning) // AWS's answer isn't known
		}
	}),
}
