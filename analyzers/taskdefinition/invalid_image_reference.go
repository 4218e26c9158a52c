package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const invalidImageText = "Container.image contains invalid characters."

var invalidImageReference = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "invalid-image-reference",
		Title:      "No image can have the name that a container gives",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Error,
		Since:      "0.1.0",
		AWSErrors:  []string{invalidImageText},
		Supersedes: []string{"mutable-image-tag"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
			"https://github.com/distribution/reference/blob/v0.6.0/reference.go",
			"proof: an image whose name is outside of the grammar can't be pulled",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			image, ok := c.Image.Get()
			if !p.Known(c.Image) || !ok {
				continue
			}
			fault := findImageFault(image)
			if fault == nil {
				continue
			}
			b := p.Reportf(c.Image, "the image %q of %s %s", image, containerLabel(c), fault.problem).
				Help("%s", fault.help)
			if fault.refused {
				b.Note("AWS refuses it: %q", invalidImageText)
			} else {
				b.Note("It can't be pulled: such a name is outside of the grammar of image references.")
			}
		}
	},
}
