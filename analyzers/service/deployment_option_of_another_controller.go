package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var deploymentOptionOfAnotherController = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "deployment-option-of-another-controller",
		Title:    "A service has what only works where ECS itself deploys it",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-svc-circuit-breaker-with-code-deploy"},
		Unfit:    true,
		Sources: []string{
			"https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/pull/165",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		controller := s.DeploymentController.Type
		if !p.Known(controller) || !is(controller, "CODE_DEPLOY", "EXTERNAL") {
			return
		}
		name, _ := controller.Get()
		for _, option := range ofControllerECS(s) {
			if option.used {
				p.Reportf(option.at, "%s: only services that ECS deploys have that, and this one has deployment controller %s", option.says, name).
					Help("remove it, or use deployment controller ECS").
					Related(controller, "the deployment controller")
			}
		}
	}),
}

type controllerOption struct {
	at   value.Located
	used bool
	says string
}

// ofControllerECS are the options that only services with deployment controller ECS have.
func ofControllerECS(s *ecs.Service) []controllerOption {
	d := s.DeploymentConfiguration
	onEC2 := is(s.LaunchType, string(ecs.EC2)) // on Fargate they are taken, and not used
	return []controllerOption{
		{d.MaximumPercent, onEC2 && isOther(d.MaximumPercent, 200), "a maximum percent of its own is set"},
		{d.MinimumHealthyPercent, onEC2 && isOther(d.MinimumHealthyPercent, 100), "a minimum healthy percent of its own is set"},
		{d.Alarms, isTrue(d.Alarms.Enable), "alarms stop deployments"},
		{d.DeploymentCircuitBreaker, isTrue(d.DeploymentCircuitBreaker.Enable), "the deployment circuit breaker is on"},
		{d.EarlySuccessCriteria, isTrue(d.EarlySuccessCriteria.Enable), "a deployment succeeds early"},
		{d.LifecycleHooks, hasItems(d.LifecycleHooks), "a deployment has lifecycle hooks"},
		{d.Strategy, isSet(d.Strategy), "a deployment strategy is set"},
		{s.ServiceConnectConfiguration, isTrue(s.ServiceConnectConfiguration.Enabled), "Service Connect is on"},
		{s.VolumeConfigurations, hasItems(s.VolumeConfigurations), "EBS volumes are configured"},
		{s.VpcLatticeConfigurations, hasItems(s.VpcLatticeConfigurations), "VPC Lattice is configured"},
	}
}

// isOther reports a known number that isn't the default.
func isOther(v value.Value[int64], byDefault int64) bool {
	n, ok := v.Get()
	return ok && n != byDefault
}
