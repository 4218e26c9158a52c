package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const publicIPText = "Assign public IP is not supported for this launch type."

var publicIpOnEc2 = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "public-ip-on-ec2",
		Title:      "Public IP addresses are asked for tasks on EC2",
		Subject:    "service",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		AWSErrors:  []string{publicIPText},
		Supersedes: []string{"public-ip"},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/13348",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		publicIP := workloadOf(p).networkConfiguration.AwsvpcConfiguration.AssignPublicIp
		if !p.Known(publicIP) || !is(publicIP, "ENABLED") {
			return
		}
		if l, ok := launchOf(p); ok && l.platform == ecs.EC2 {
			p.Reportf(publicIP, "tasks of %s get no public IP addresses: only those on Fargate do", l.by).
				Help(`set "assignPublicIp" to DISABLED; in private subnets the tasks reach the internet through a NAT gateway`).
				Related(l.at, "the tasks run on EC2").
				Note("%s", refusedWith(publicIPText))
		}
	}),
}
