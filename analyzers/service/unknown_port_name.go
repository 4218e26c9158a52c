package service

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const noPortText = "portName(%s) does not refer to any named PortMapping in the container definitions"

var unknownPortName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-port-name",
		Title:     "A service names a port that its task definition doesn't have",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-svc-connect-port-name-missing"},
		AWSErrors: []string{"portName(grpc) does not refer to any named PortMapping in the container definitions"},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-svc-connect-port-name-missing",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_GatewayConnector.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		td, ok := linkedTo(p)
		if !ok {
			return
		}
		ports, known := td.portNames(p)
		if !known {
			return
		}
		s := p.Service()
		check := func(name value.Value[string], whose, text string) {
			port, ok := name.Get()
			if !p.Known(name) || !ok || slices.Contains(ports, port) {
				return
			}
			b := p.Reportf(name, "%s names port %q, but %s has %s", whose, port, td.label, listed(ports)).
				Help(`give a port mapping "name": %q, or use the name of one`, port).
				Related(td.ContainerDefinitions, "the containers of the task definition")
			if text == "" {
				b.Severity(rules.Warning)
			} else {
				b.Note("%s", refusedWith(fmt.Sprintf(text, port)))
			}
		}
		for _, service := range s.ServiceConnectConfiguration.Services.Items {
			check(service.PortName, "Service Connect", noPortText)
		}
		for _, lattice := range s.VpcLatticeConfigurations.Items {
			check(lattice.PortName, "VPC Lattice", "")
		}
		for _, gateway := range s.GatewayConnectors.Items {
			check(gateway.PortName, "a gateway connector", "")
		}
	}),
}

// portNames are the names of all port mappings, where all are known.
func (td linked) portNames(p *analysis.Pass) (names []string, known bool) {
	if !p.Known(td.ContainerDefinitions) {
		return nil, false
	}
	for _, c := range td.ContainerDefinitions.Items {
		if !p.Known(c.PortMappings) {
			return nil, false
		}
		for _, m := range c.PortMappings.Items {
			if !p.Known(m.Name) {
				return nil, false
			}
			if name, ok := m.Name.Get(); ok {
				names = append(names, name)
			}
		}
	}
	return names, true
}

func listed(ports []string) string {
	if len(ports) == 0 {
		return "no named port"
	}
	quoted := make([]string, len(ports))
	for i, port := range ports {
		quoted[i] = strconv.Quote(port)
	}
	return strings.Join(quoted, ", ")
}
