package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const registryContainerText = "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition."

var registryWithoutContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "registry-without-container",
		Title:     "A service registry names no container for tasks that share the network of their instance",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{registryContainerText},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/29245",
			"https://github.com/techservicesillinois/terraform-aws-ecs-service/issues/16",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		mode, td, ok := sharesHostNetwork(p)
		if !ok {
			return
		}
		for _, r := range balancedOf(p).serviceRegistries.Items {
			if !p.Known(r.Object, r.ContainerName, r.ContainerPort) || !r.ContainerName.Absent() && !r.ContainerPort.Absent() {
				continue
			}
			p.Reportf(r, "the service registry lacks a container and its port, which network mode %s needs", mode).
				Help(`add "containerName" and "containerPort"`).
				Related(td.NetworkMode, "the network mode").
				Note("%s", refusedWith(registryContainerText))
		}
	}),
}
