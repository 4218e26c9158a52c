package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const codeDeployBalancerText = "requires an Application Load Balancer or Network Load Balancer"

var codeDeployWithoutLoadBalancer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "code-deploy-without-load-balancer",
		Title:     "CodeDeploy deploys a service without a load balancer",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-codedeploy-lb"},
		AWSErrors: []string{"(service) requires an Application Load Balancer or Network Load Balancer"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-codedeploy-lb",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		controller := s.DeploymentController.Type
		if !creates(p) || !p.Known(controller) || !is(controller, "CODE_DEPLOY") || !s.LoadBalancers.Absent() {
			return
		}
		p.Reportf(controller, "the service is deployed by CodeDeploy, which shifts the traffic of a load balancer, but has none").
			Help(`add "loadBalancers" with a target group of an Application or Network Load Balancer, or use controller ECS`).
			Note("AWS refuses it, with a text that ends in %q", codeDeployBalancerText)
	}),
}
