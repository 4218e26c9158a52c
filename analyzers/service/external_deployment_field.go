package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	externalTaskDefinitionText = "TaskDefinition must be blank"
	externalLoadBalancersText  = "LoadBalancers must be empty or null"
)

var externalDeploymentField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "external-deployment-field",
		Title:    "A service with external deployments sets what belongs to its task sets",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-svc-external-with-taskdef", "cdk-preflight:ecs-svc-external-with-load-balancers"},
		AWSErrors: []string{
			externalTaskDefinitionText,
			externalLoadBalancersText,
		},
		Unfit: true,
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-external-with-taskdef",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-external-with-load-balancers",
			"https://github.com/aws/aws-cdk/pull/26338",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if !p.Known(s.DeploymentController.Type) || !is(s.DeploymentController.Type, "EXTERNAL") {
			return
		}
		if isSet(s.TaskDefinition) || p.Project.Referred(s.TaskDefinition) != nil {
			reportOfTaskSets(p, s.TaskDefinition, "a task definition").Note("%s", refusedWith(externalTaskDefinitionText))
		}
		if hasItems(s.LoadBalancers) {
			reportOfTaskSets(p, s.LoadBalancers, "load balancers").Note("%s", refusedWith(externalLoadBalancersText))
		}
		if isThere(s.NetworkConfiguration.Object) {
			reportOfTaskSets(p, s.NetworkConfiguration, "a network configuration").Severity(rules.Warning)
		}
	}),
}

func reportOfTaskSets(p *analysis.Pass, at value.Located, what string) *analysis.Builder {
	return p.Reportf(at, "the service has external deployments, and %s: that belongs to its task sets", what).
		Help("move it to the task sets").
		Related(p.Service().DeploymentController.Type, "the deployment controller")
}
