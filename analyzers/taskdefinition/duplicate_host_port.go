package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var duplicateHostPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "duplicate-host-port",
		Title:     "A host port is mapped more than once in a task",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"aws-api:tcp-host-port-twice"},
		AWSErrors: []string{"TCP host port '3000' is mapped multiple times in task."},
		Sources: []string{
			"https://github.com/aws/amazon-ecs-agent/issues/1220",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		if countMappings(td) < 2 {
			return
		}
		first := map[hostPort]hostBinding{}
		for _, b := range hostBindings(p, td) {
			earlier, taken := first[b.hostPort]
			switch {
			case !taken, !earlier.certain && b.certain:
				first[b.hostPort] = b
			case !b.certain:
				p.Undecided(td.NetworkMode)
			default:
				reportDuplicateHostPort(p, earlier, b)
			}
		}
	},
}

// hostPort is what two mappings of one task can't share.
type hostPort struct {
	number   int64
	protocol string
}

type hostBinding struct {
	hostPort
	container ecs.ContainerDefinition
	at        value.Located
	written   bool // by hostPort; else it follows from the network mode
	certain   bool
}

// hostBindings are the host ports that the mappings take. Where the network mode is unknown, a mapping
// without hostPort only might take one.
func hostBindings(p *analysis.Pass, td *ecs.TaskDefinition) []hostBinding {
	mode, _ := td.NetworkMode.Get()
	follows := mode == awsvpc || mode == hostMode
	var bindings []hostBinding
	for _, c := range td.ContainerDefinitions.Items {
		for _, m := range c.PortMappings.Items {
			number, port := m.HostPort, hostBinding{container: c, written: true, certain: true}
			if m.HostPort.Absent() {
				if !follows && !td.NetworkMode.Unknown() {
					continue
				}
				number, port.written, port.certain = m.ContainerPort, false, follows
			}
			if !p.Known(number, m.Protocol) {
				continue
			}
			port.at = number
			port.number, _ = number.Get()
			port.protocol = protocolOf(m.Protocol)
			if port.number > 0 {
				bindings = append(bindings, port)
			}
		}
	}
	return bindings
}

func countMappings(td *ecs.TaskDefinition) (n int) {
	for _, c := range td.ContainerDefinitions.Items {
		n += len(c.PortMappings.Items)
	}
	return n
}

func reportDuplicateHostPort(p *analysis.Pass, first, second hostBinding) {
	b := p.Reportf(second.at, "host port %d (%s) is mapped more than once in this task, here by %s", second.number, second.protocol, containerLabel(second.container)).
		Related(first.at, "mapped before, by %s", containerLabel(first.container))
	if first.written && second.written {
		b.Help("give each mapping a host port of its own")
		return
	}
	mode, _ := p.TaskDefinition().NetworkMode.Get()
	b.Severity(rules.Warning).
		Note("In network mode %s all containers of a task share one network: without \"hostPort\" the host port is the container port.", mode).
		Help("let each container listen on a port of its own, and map a port once")
}
