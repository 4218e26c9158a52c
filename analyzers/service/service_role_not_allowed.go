package service

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceRoleNotAllowed = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "service-role-not-allowed",
		Title:    "A service names a role where ECS only uses its service-linked role",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html",
			"https://github.com/hashicorp/terraform-provider-aws/issues/4657",
			"https://github.com/aws/containers-roadmap/issues/461",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if !p.Known(s.Role) || s.Role.Absent() || !hasItems(s.LoadBalancers) {
			return // role-without-load-balancer speaks of one without a load balancer
		}
		if _, ok := launched(p).UsesAwsvpc(p); ok {
			return // so does role-with-awsvpc
		}
		report := func(at value.Located, why string) {
			p.Reportf(s.Role, "the service names a role, but %s: ECS uses its service-linked role", why).
				Help(`remove "role"`).
				Related(at, "why")
		}
		role, _ := s.Role.Get()
		switch {
		case strings.HasSuffix(role, "AWSServiceRoleForECS"):
			report(s.Role, "that is the service-linked role, which can't be named")
		case is(s.DeploymentController.Type, "EXTERNAL"):
			report(s.DeploymentController.Type, "its deployments are external")
		case hasItems(s.ServiceRegistries):
			report(s.ServiceRegistries, "it has a service registry")
		case len(analysis.KnownItems(s.LoadBalancers)) > 1:
			report(s.LoadBalancers, "it has several load balancers")
		}
	}),
}
