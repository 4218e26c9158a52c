package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
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
				checkImageLength(p, c, image)
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

// checkImageLength holds a name without its digest against the limit that the API documents; AWS's answer isn't known.
func checkImageLength(p *analysis.Pass, c ecs.ContainerDefinition, image string) {
	const most = 255
	if name, _, _ := strings.Cut(image, "@"); len(name) > most {
		p.Reportf(c.Image, "the image of %s has a name of %d characters, and %d are the most", containerLabel(c), len(name), most).
			Severity(rules.Warning).
			Help("shorten the name or the tag")
	}
}
