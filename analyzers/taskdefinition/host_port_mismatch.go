package taskdefinition

import (
	"fmt"
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fix"
	"github.com/ecslint/ecslint/rules"
)

var hostPortMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "host-port-mismatch",
		Title:    "A host port differs from its container port in network mode awsvpc or host",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases:  []string{"cdk-preflight:ecs-host-network-host-port-mismatch", "cfn-lint:E3053"},
		AWSErrors: []string{
			mismatchText(awsvpc),
			mismatchText(hostMode),
		},
		Sources: []string{
			"https://github.com/pulumi/pulumi-awsx/issues/935",
			"https://github.com/aws/amazon-ecs-cli/issues/1014",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				checkHostPortMatches(p, m)
			}
		}
	},
}

func checkHostPortMatches(p *analysis.Pass, m ecs.PortMapping) {
	if m.HostPort.Absent() || m.ContainerPort.Absent() || !p.Known(m.HostPort, m.ContainerPort) {
		return
	}
	host, _ := m.HostPort.Get()
	container, _ := m.ContainerPort.Get()
	networkMode := p.TaskDefinition().NetworkMode
	if host == container || !p.Known(networkMode) {
		return
	}
	mode, _ := networkMode.Get()
	if mode != awsvpc && mode != hostMode {
		return
	}
	message := fmt.Sprintf("host port %d differs from container port %d: in network mode %s they must be the same", host, container, mode)
	if host == 0 {
		message = fmt.Sprintf("host port 0 asks for a free port, which network mode %s doesn't give: it must be absent or %d", mode, container)
	}
	b := p.Reportf(m.HostPort, "%s", message).Help(`remove "hostPort", or set it to %d`, container).
		Fix(diag.Fix{Message: fmt.Sprintf(`set "hostPort" to %d`, container), Edits: fix.Replace(m.HostPort, strconv.FormatInt(container, 10))}).
		Fix(diag.Fix{Message: `remove "hostPort"`, Edits: fix.Remove(m.HostPort)})
	if host == 0 && mode == hostMode {
		b.Severity(rules.Warning) // no answer of AWS to this is known
		return
	}
	b.Note("AWS refuses it: %q", mismatchText(mode))
}

func mismatchText(mode string) string {
	return "When networkMode=" + mode + ", the host ports and container ports in port mappings must match."
}
