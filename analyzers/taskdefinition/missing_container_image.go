package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

const missingImageText = "Container.image should not be null or empty."

var missingContainerImage = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "missing-container-image",
		Title:     "A container is registered without an image",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{missingImageText},
		Sources: []string{
			"https://github.com/aws/aws-cli/issues/5924",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Given == ecs.InFile {
			return // a pipeline may fill it in before it registers the file
		}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			if c.Image.Absent() {
				p.Reportf(c.Image, "%s is registered without an image", containerLabel(c)).
					Help(`add "image", or fill it in before the call`).
					Note("AWS refuses it: %q", missingImageText)
			}
		}
	},
}
