package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var duplicatePortName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "duplicate-port-name",
		Title:     "Two port mappings have the same name",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-port-mapping-duplicate-name"},
		AWSErrors: []string{"port mapping name is already used"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-port-mapping-duplicate-name",
		},
	},
	Run: func(p *analysis.Pass) {
		first := map[string]value.Value[string]{}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, m := range c.PortMappings.Items {
				name, ok := m.Name.Get()
				if !p.Known(m.Name) || !ok {
					continue
				}
				if earlier, taken := first[name]; taken {
					p.Reportf(m.Name, "the port name %q is taken already: it has to be unique in the task definition", name).
						Help("give each port mapping a name of its own").
						Related(earlier, "the first one")
					continue
				}
				first[name] = m.Name
			}
		}
	},
}
