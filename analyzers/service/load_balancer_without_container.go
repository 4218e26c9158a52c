package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noContainerNameText = "Container Name can not be blank."

var loadBalancerWithoutContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "load-balancer-without-container",
		Title:     "A load balancer of a service names no container or no port of it",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{noContainerNameText},
		Sources: []string{
			"https://github.com/aws/amazon-ecs-cli/issues/359",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		if mayBeCompleted(p) {
			return
		}
		b := balancedOf(p)
		for _, lb := range b.loadBalancers.Items {
			switch {
			case !p.Known(lb.Object, lb.ContainerName, lb.ContainerPort):
			case lb.ContainerName.Absent():
				p.Reportf(lb, "a load balancer of the %s names no container to send requests to", b.kind).
					Help(`add "containerName" and "containerPort"`).
					Note("%s", refusedWith(noContainerNameText))
			case lb.ContainerPort.Absent():
				name, _ := lb.ContainerName.Get()
				p.Reportf(lb, "a load balancer of the %s names no port of container %q", b.kind, name).
					Severity(rules.Warning). // documented; AWS's answer isn't known
					Help(`add "containerPort"`)
			}
		}
	}),
}
