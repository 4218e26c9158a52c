package task

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const publicIPText = "Assign public IP is not supported for this launch type."

func targetPublicIPText(target string) string {
	return fmt.Sprintf("Parameter AssignPublicIp for target %s is not supported when launch type is EC2", target)
}

var taskPublicIPOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "task-public-ip-on-ec2",
		Title:     "Tasks that don't run on Fargate are started with a public IP address",
		Subject:   "task",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{publicIPText, targetPublicIPText(sampleTarget)},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/13348",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			assign, ok := r.publicIP.Get()
			elsewhere, off := r.offFargate(p)
			if !p.Known(r.publicIP) || !ok || !off {
				continue
			}
			launchType, _ := r.launchType.Get()
			switch {
			case r.of.Type == ecs.TypeEventTargets && launchType == "EC2":
				p.Reportf(r.publicIP, "a target of an event rule can't have assignPublicIp with launch type EC2, not even %s", assign).
					Help("remove it").
					Related(elsewhere.at, "the launch type").
					Note("AWS refuses it: %q", targetPublicIPText(r.targetID()))
			case assign == "ENABLED":
				p.Reportf(r.publicIP, "the tasks can't have a public IP address with %s: only those on Fargate can", elsewhere.by).
					Help("remove it: the tasks reach the internet through a NAT gateway").
					Related(elsewhere.at, "the launch type").
					Note("%s: %q", refusalOf(r.of), publicIPText)
			}
		}
	},
}
