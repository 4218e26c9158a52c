package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var unknownLoadBalancerTarget = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unknown-load-balancer-target",
		Title:    "A service's load balancer names a container or port that its task definition doesn't have",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-svc-lb-container-name-missing", "cdk-preflight:ecs-svc-lb-container-port-missing"},
		AWSErrors: []string{
			"The container web does not exist in the task definition.",
			"The container app did not have a container port 8080 defined.",
		},
		Sources: []string{
			"https://github.com/aws/amazon-ecs-agent/issues/1276",
			"https://github.com/pulumi/pulumi-aws/issues/3095",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := p.Service()
		if service == nil || len(service.LoadBalancers.Items) == 0 {
			return
		}
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		for _, lb := range service.LoadBalancers.Items {
			checkTarget(p, lb, td)
		}
	},
}

func checkTarget(p *analysis.Pass, lb ecs.LoadBalancer, td *ecs.Object) {
	name, ok := lb.ContainerName.Get()
	if !p.Known(lb.ContainerName) || !ok {
		return
	}
	containers := td.TaskDefinition().ContainerDefinitions
	var all containerNames
	for _, c := range containers.Items {
		all = append(all, c.Name)
	}
	at, names, unknown := all.find(name)
	if at >= 0 {
		checkTargetPort(p, lb, containers.Items[at])
		return
	}
	if len(names) == 0 || !p.Known(append(unknown, containers)...) {
		return
	}
	p.Reportf(lb.ContainerName, "the load balancer targets container %q, which the task definition doesn't have: it has %s", name, strings.Join(names, ", ")).
		Help("name a container of the task definition").
		Related(containers, "the containers of the task definition")
}

func checkTargetPort(p *analysis.Pass, lb ecs.LoadBalancer, c ecs.ContainerDefinition) {
	port, ok := lb.ContainerPort.Get()
	if !p.Known(lb.ContainerPort) || !ok {
		return
	}
	var ports []string
	unknown := []analysis.Unknowable{c.PortMappings}
	for _, m := range c.PortMappings.Items {
		if m.ContainerPort.Unknown() || m.ContainerPortRange.Unknown() {
			unknown = append(unknown, m.ContainerPort, m.ContainerPortRange)
			continue
		}
		mapped, ok := portsOf(m)
		if !ok || mapped.holds(port) {
			return
		}
		ports = append(ports, mapped.String())
	}
	if !p.Known(unknown...) {
		return
	}
	mapped := "no port"
	if len(ports) > 0 {
		mapped = strings.Join(ports, ", ")
	}
	name, _ := lb.ContainerName.Get()
	p.Reportf(lb.ContainerPort, "the load balancer targets port %d of container %q, which maps %s", port, name, mapped).
		Help(`add {"containerPort": %d} to the "portMappings" of the container, or target a port that it maps`, port).
		Related(c.PortMappings, "the container in the task definition")
}
