package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var portRangeWithPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "port-range-with-port",
		Title:     "A port mapping has both a range of ports and a single port",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-port-range-with-host-port"},
		AWSErrors: []string{rangeAndPortText("web")},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-port-range-with-host-port",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				if _, ok := m.ContainerPortRange.Get(); ok {
					checkSinglePort(p, c, m, `"containerPort"`, m.ContainerPort)
					checkSinglePort(p, c, m, `"hostPort"`, m.HostPort)
				}
			}
		}
	},
}

func rangeAndPortText(container string) string {
	return "Invalid port mapping for container '" + container + "', cannot specify both single port and port range."
}

// checkSinglePort leaves out 0: dumps and skeletons write it for what isn't set.
func checkSinglePort(p *analysis.Pass, c ecs.ContainerDefinition, m ecs.PortMapping, key string, port value.Value[int64]) {
	if !p.Known(port) || !isAboveZero(port).IsTrue() {
		return
	}
	ports, _ := m.ContainerPortRange.Get()
	b := p.Reportf(port, "a port mapping of %s has "+key+" beside the port range %q", containerLabel(c), ports).
		Help("leave one of them out, or give each a mapping of its own").
		Related(m.ContainerPortRange, "the range")
	noteRefusal(b, c, rangeAndPortText)
}
