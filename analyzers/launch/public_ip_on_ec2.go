package launch

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const publicIPText = "Assign public IP is not supported for this launch type."

func targetPublicIPText(target string) string {
	return fmt.Sprintf("Parameter AssignPublicIp for target %s is not supported when launch type is EC2", target)
}

var publicIPOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "public-ip-on-ec2",
		Title:      "Public IP addresses are asked for tasks that don't run on Fargate",
		Subject:    "launch",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		AWSErrors:  []string{publicIPText, targetPublicIPText(sampleTarget)},
		Supersedes: []string{"public-ip"},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/13348",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/events/pf-events-target-ecs-parameters",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		publicIP := w.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp
		assign, ok := publicIP.Get()
		if !p.Known(publicIP) || !ok {
			return
		}
		l, ok := w.Launch(p)
		switch onEC2 := l.Platform == ecs.EC2; {
		case !ok || !onEC2 && l.Platform != ecs.External:
		case onEC2 && l.ByType && w.Of.Type == ecs.TypeEventTargets:
			p.Reportf(publicIP, "a target of an event rule can't have assignPublicIp with launch type EC2, not even %s", assign).
				Help("remove it").
				Related(l.At, "the launch type").
				Note("AWS refuses it: %q", targetPublicIPText(targetID(w)))
		case assign == "ENABLED":
			p.Reportf(publicIP, "tasks of %s get no public IP addresses: only those on Fargate do", l.By).
				Help(`set "assignPublicIp" to DISABLED; in private subnets the tasks reach the internet through a NAT gateway`).
				Related(l.At, "the tasks don't run on Fargate").
				Note("%s", workload.Refusal(w.Of, publicIPText))
		}
	}),
}
