package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

const needlessPortText = "The values specified for serviceRegistries do not require a value for 'containerPort'. Remove the value and retry."

var registryContainerWithAwsvpc = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "registry-container-with-awsvpc",
		Title:     "A service registry names a container although its records tell no port",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-registries-port-with-awsvpc"},
		AWSErrors: []string{needlessPortText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-registries-port-with-awsvpc",
			"https://github.com/telia-oss/terraform-aws-ecs-fargate/issues/36",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		a, ok := launched(p).UsesAwsvpc(p)
		if !ok {
			return
		}
		for _, r := range balancedOf(p).serviceRegistries.Items {
			if p.Known(r.ContainerPort) && above0(r.ContainerPort) {
				checkRegistryPort(p, r, a)
			}
		}
	}),
}

func checkRegistryPort(p *analysis.Pass, r ecs.ServiceRegistry, a workload.Awsvpc) {
	made := p.Project.Referred(r.RegistryArn)
	switch discovery := made.DiscoveryService(); {
	case discovery != nil && discovery.HasRecord("SRV").IsFalse():
		p.Reportf(r.ContainerPort, "the service registry names a container port, but %s has no SRV records; %s", made.Origin.ID, a.Because).
			Help(`remove "containerName" and "containerPort", or give the registry SRV records`).
			Related(a.At, "the tasks use network mode awsvpc").
			Note("%s", refusedWith(needlessPortText))
	case discovery == nil && isSet(r.RegistryArn):
		p.Reportf(r.ContainerPort, "the service registry names a container port, which AWS refuses unless the registry has SRV records; %s", a.Because).
			Severity(rules.Info).
			Help(`remove "containerName" and "containerPort" where the records are of type A`).
			Related(a.At, "the tasks use network mode awsvpc")
	}
}
