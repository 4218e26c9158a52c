package service

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const portTwiceText = "Container port %d is used in more than one port mapping for container %s"

var ambiguousLoadBalancerPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "ambiguous-load-balancer-port",
		Title:     "A load balancer targets a container port that is mapped more than once",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"Container port 53 is used in more than one port mapping for container dns"},
		Sources: []string{
			"https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/89",
			"https://github.com/aws/amazon-ecs-agent/issues/3428",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, lb := range balancedOf(p).loadBalancers.Items {
			port, ok := lb.ContainerPort.Get()
			c, found := containerOf(p, lb.ContainerName)
			if !p.Known(lb.ContainerPort) || !ok || !found {
				continue
			}
			if mapped := mappingsOf(c, port); len(mapped) > 1 {
				name, _ := lb.ContainerName.Get()
				p.Reportf(lb.ContainerPort, "the load balancer targets port %d of container %q, which has %d port mappings", port, name, len(mapped)).
					Help("map the port once, or give the protocols ports of their own").
					Related(mapped[0].ContainerPort, "one mapping").
					Related(mapped[1].ContainerPort, "another mapping").
					Note("%s", refusedWith(fmt.Sprintf(portTwiceText, port, name)))
			}
		}
	}),
}

// containerOf finds the container of the task definition that has a name.
func containerOf(p *analysis.Pass, named value.Value[string]) (c ecs.ContainerDefinition, found bool) {
	td, ok := linkedTo(p)
	name, known := named.Get()
	if !ok || !known {
		return c, false
	}
	for _, c := range td.ContainerDefinitions.Items {
		if is(c.Name, name) {
			return c, true
		}
	}
	return c, false
}

func mappingsOf(c ecs.ContainerDefinition, port int64) []ecs.PortMapping {
	var mapped []ecs.PortMapping
	for _, m := range c.PortMappings.Items {
		if other, ok := m.ContainerPort.Get(); ok && other == port {
			mapped = append(mapped, m)
		}
	}
	return mapped
}
