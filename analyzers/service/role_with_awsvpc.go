package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const roleWithAwsvpcText = "You cannot specify an IAM role for services that require a service linked role."

var roleWithAwsvpc = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "role-with-awsvpc",
		Title:      "A service names a role for its load balancer, but needs the service-linked role",
		Subject:    "service",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		Aliases:    []string{"cdk-preflight:ecs-svc-role-with-awsvpc"},
		AWSErrors:  []string{roleWithAwsvpcText},
		Supersedes: []string{"role-without-load-balancer"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-role-with-awsvpc",
			"https://github.com/hashicorp/terraform-provider-aws/issues/4657",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		role := p.Service().Role
		if !p.Known(role) || role.Absent() {
			return
		}
		if a, ok := launched(p).UsesAwsvpc(p); ok {
			p.Reportf(role, "the service names a role, but in network mode awsvpc ECS only uses its service-linked role; %s", a.Because).
				Help(`remove "role"`).
				Related(a.At, "the tasks use network mode awsvpc").
				Note("%s", refusedWith(roleWithAwsvpcText))
		}
	}),
}
