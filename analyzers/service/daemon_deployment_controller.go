package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var daemonDeploymentController = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "daemon-deployment-controller",
		Title:    "A daemon service is deployed by CodeDeploy or by an external controller",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Aliases:  []string{"cfn-lint:E3044"},
		Sources: []string{
			"https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		controller := p.Service().DeploymentController.Type
		if !isDaemon(p) || !p.Known(controller) || !is(controller, "CODE_DEPLOY", "EXTERNAL") {
			return
		}
		name, _ := controller.Get()
		p.Reportf(controller, "a daemon service can't be deployed by controller %s: only by ECS", name).
			Help(`remove "deploymentController"`).
			Related(p.Service().SchedulingStrategy, "the scheduling strategy")
	}),
}
