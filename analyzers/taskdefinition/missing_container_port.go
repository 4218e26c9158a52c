package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var missingContainerPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-container-port",
		Title:     "A port mapping has no container port",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"Invalid 'containerPort' setting for container 'web'."},
		Sources: []string{
			"https://github.com/aws/aws-cdk/issues/8762",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				if !p.Known(m.ContainerPort, m.ContainerPortRange) || !m.ContainerPort.Absent() || !m.ContainerPortRange.Absent() {
					continue
				}
				b := p.Reportf(m, "a port mapping of %s has no container port", containerLabel(c)).
					Help(`add "containerPort", or "containerPortRange"`)
				noteRefusal(b, c, func(name string) string {
					return fmt.Sprintf("Invalid 'containerPort' setting for container '%s'.", name)
				})
			}
		}
	},
}
