package task

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

func targetVersionText(target string) string {
	return fmt.Sprintf("Parameter PlatformVersion for target %s is not supported when launch type is EC2", target)
}

var platformVersionOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "platform-version-on-ec2",
		Title:     "Tasks that don't run on Fargate are started with a platform version",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{targetVersionText(sampleTarget)},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			version, ok := r.platformVersion.Get()
			elsewhere, off := r.offFargate(p)
			if !p.Known(r.platformVersion) || !ok || !off {
				continue
			}
			b := p.Reportf(r.platformVersion, "platform version %q is of Fargate, and the tasks are started with %s", version, elsewhere.by).
				Help("remove the platform version").
				Related(elsewhere.at, "the launch type")
			if launchType, _ := r.launchType.Get(); r.of.Type == ecs.TypeEventTargets && launchType == "EC2" {
				b.Note("AWS refuses it: %q", targetVersionText(r.targetID()))
			} else {
				b.Severity(rules.Warning) // AWS's answer is known for services only
			}
		}
	},
}
