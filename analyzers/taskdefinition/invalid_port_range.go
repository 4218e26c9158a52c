package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var invalidPortRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-port-range",
		Title:     "A container port range isn't two ports of which the first is the lower",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-port-range-reversed"},
		AWSErrors: []string{portRangeText("web")},
		Sources: append([]string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-port-range-reversed",
			"proof: no port has a number above 65535 (https://www.rfc-editor.org/rfc/rfc9293#section-3.1)",
		}, facts.PortRangesOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				if text, ok := m.ContainerPortRange.Get(); ok {
					checkPortRange(p, c, m, text)
				}
			}
		}
	},
}

func portRangeText(container string) string {
	return "Invalid 'containerPortRange' setting for container '" + container + "'."
}

func checkPortRange(p *analysis.Pass, c ecs.ContainerDefinition, m ecs.PortMapping, text string) {
	const documented = "AWS documents this; what it answers to anything else isn't known."
	switch ports, ok := parsePortRange(text); {
	case !ok:
		p.Reportf(m.ContainerPortRange, "%q isn't a range of ports: it has to be two numbers joined by -", text).
			Severity(rules.Warning).
			Help(`write it as in "8080-8090", or a single port as "containerPort"`).
			Note("%s", documented)
	case ports.first > facts.PortMost || ports.last > facts.PortMost:
		p.Reportf(m.ContainerPortRange, "port range %s of %s has ports above %d", ports, containerLabel(c), facts.PortMost).
			Help("end it at %d or below", facts.PortMost)
	case ports.first > ports.last:
		b := p.Reportf(m.ContainerPortRange, "port range %s of %s ends before it begins", ports, containerLabel(c)).
			Help("write %s", portRange{ports.last, ports.first})
		noteRefusal(b, c, portRangeText)
	case ports.first == ports.last:
		p.Reportf(m.ContainerPortRange, "port range %q of %s is a single port: its first port has to be lower than the last", text, containerLabel(c)).
			Severity(rules.Warning).
			Help(`write "containerPort": %d instead`, ports.first).
			Note("%s", documented)
	case ports.first < facts.PortRangeLeast:
		p.Reportf(m.ContainerPortRange, "port range %s of %s begins below %d", ports, containerLabel(c), facts.PortRangeLeast).
			Severity(rules.Warning).
			Help("begin it at %d or above", facts.PortRangeLeast).
			Note("%s", documented)
	}
}
