package service

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var serviceConnectUnsupported = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "service-connect-unsupported",
		Title:    "Service Connect is on for tasks with what it doesn't work with",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		connect := p.Service().ServiceConnectConfiguration
		td, ok := linkedTo(p)
		if !ok || !p.Known(connect.Enabled) || !isTrue(connect.Enabled) {
			return
		}
		bridge := is(td.NetworkMode, "bridge")
		for _, c := range td.ContainerDefinitions.Items {
			if hasItems(c.Links) {
				refuseConnect(p, connect, c.Links, "links between containers of "+td.label)
			}
			if bridge && isSet(c.Hostname) {
				refuseConnect(p, connect, c.Hostname, "a host name in network mode bridge, as "+td.label+" has it")
			}
		}
		for _, s := range connect.Services.Items {
			name, _ := s.PortName.Get()
			port, found := td.portNamed(name)
			if found && is(port.Protocol, "udp") {
				refuseConnect(p, s.PortName, port.Protocol, "protocol udp, which port "+name+" of "+td.label+" has")
			}
			if found && p.Known(port.AppProtocol) && port.AppProtocol.Absent() && isSet(s.Timeout.PerRequestTimeoutSeconds) {
				refuseConnect(p, s.Timeout.PerRequestTimeoutSeconds, port.ContainerPort, "a time for each request without an appProtocol that tells requests apart")
			}
			if bridge && isThere(s.Tls.Object) {
				refuseConnect(p, s.Tls, td.NetworkMode, "TLS in network mode bridge, as "+td.label+" has it")
			}
		}
	}),
}

func refuseConnect(p *analysis.Pass, at, because value.Located, what string) {
	p.Reportf(at, "Service Connect doesn't support %s", what).
		Help("change the task definition, or take it out of Service Connect").
		Related(because, "the task definition")
}

// portNamed finds the port mapping of a name.
func (td linked) portNamed(name string) (ecs.PortMapping, bool) {
	for _, c := range td.ContainerDefinitions.Items {
		for _, m := range c.PortMappings.Items {
			if is(m.Name, name) {
				return m, true
			}
		}
	}
	return ecs.PortMapping{}, false
}
