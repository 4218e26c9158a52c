package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const roleWithoutBalancerText = "IAM roles are only valid for services configured to use load balancers"

var roleWithoutLoadBalancer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "role-without-load-balancer",
		Title:    "A service names a role for a load balancer, but has none",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-svc-role-without-load-balancers"},
		AWSErrors: []string{
			roleWithoutBalancerText,
			"A role was passed, but no load balancers were present.",
		},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-role-without-load-balancers",
			"https://github.com/hashicorp/terraform/issues/12130",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if !creates(p) || !p.Known(s.Role) || s.Role.Absent() || !s.LoadBalancers.Absent() {
			return
		}
		p.Reportf(s.Role, "the service names a role for its load balancer, but has no load balancer").
			Help(`remove "role"; the role of the tasks is "taskRoleArn" of the task definition`).
			Note("%s", refusedWith(roleWithoutBalancerText))
	}),
}
