package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const platformVersionOnEC2Text = "The platform version must be null when specifying an EC2 launch type."

var servicePlatformVersionOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "service-platform-version-on-ec2",
		Title:     "A platform version of Fargate is set for tasks on EC2",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-platform-version-ec2", "cdk-preflight:ecs-taskset-platform-version-ec2"},
		AWSErrors: []string{platformVersionOnEC2Text},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-platform-version-ec2",
			"https://github.com/aws/amazon-ecs-cli/issues/1047",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		w := workloadOf(p)
		version, ok := w.platformVersion.Get()
		if !p.Known(w.platformVersion, w.launchType) || !ok || !is(w.launchType, string(ecs.EC2)) {
			return
		}
		p.Reportf(w.platformVersion, "platform version %q beside launch type EC2: only Fargate has platform versions", version).
			Help(`remove "platformVersion"`).
			Related(w.launchType, "the launch type").
			Note("%s", refusedWith(platformVersionOnEC2Text))
	}),
}
