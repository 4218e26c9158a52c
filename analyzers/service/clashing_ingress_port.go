package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var clashingIngressPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "clashing-ingress-port",
		Title:    "The proxy of Service Connect listens on a port that a container has",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		config := p.Service().ServiceConnectConfiguration
		mode, td, ok := networkModeOf(p)
		if !ok || mode != "awsvpc" || !p.Known(config.Enabled) || !isTrue(config.Enabled) {
			return
		}
		for _, service := range config.Services.Items {
			checkIngressPort(p, td, service)
		}
	}),
}

// checkIngressPort reads the ports of a task whose containers share one network with the proxy, so that each port has one listener.
func checkIngressPort(p *analysis.Pass, td linked, service ecs.ServiceConnectService) {
	port, ok := service.IngressPortOverride.Get()
	own, named := service.PortName.Get()
	if !ok || !named || !p.Known(service.IngressPortOverride, service.PortName) {
		return
	}
	for _, c := range td.ContainerDefinitions.Items {
		container, known := c.Name.Get()
		for _, m := range c.PortMappings.Items {
			taken, ok := m.ContainerPort.Get()
			if !known || !ok || taken != port || !p.Known(m.ContainerPort, m.Name, m.Protocol) || is(m.Name, own) || is(m.Protocol, "udp") {
				continue
			}
			p.Reportf(service.IngressPortOverride, "the proxy of Service Connect listens on port %d, which container %q has", port, container).
				Help("use a port that no container of the task definition has, or leave \"ingressPortOverride\" out").
				Related(m.ContainerPort, "the port of the container")
		}
	}
}
