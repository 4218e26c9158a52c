package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var severalLoadBalancersWithCodeDeploy = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "several-load-balancers-with-code-deploy",
		Title:    "A service that CodeDeploy deploys names several load balancers",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		balancers := analysis.KnownItems(s.LoadBalancers)
		if !p.Known(s.DeploymentController.Type) || !is(s.DeploymentController.Type, "CODE_DEPLOY") || len(balancers) < 2 {
			return
		}
		p.Reportf(s.LoadBalancers, "the service names %d load balancers, but is deployed by CodeDeploy: it can have one", len(balancers)).
			Help("name one here; its second target group is a matter of the deployment group").
			Related(s.DeploymentController.Type, "the deployment controller")
	}),
}
