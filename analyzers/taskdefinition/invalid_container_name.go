package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidContainerName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-container-name",
		Title:     "The name of a container has characters that AWS refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"Container.name contains invalid characters."},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://github.com/hashicorp/terraform-provider-aws/issues/5950",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			name, ok := c.Name.Get()
			if !p.Known(c.Name) || !ok || resourceName.MatchString(name) {
				continue
			}
			p.Reportf(c.Name, "the container name %q %s", name, nameProblem(name)).
				Help("use up to 255 letters, digits, hyphens and underscores")
		}
	},
}
