package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var invalidVolumeName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-volume-name",
		Title:     "The name of a volume has characters that AWS refuses",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{"volume.name contains invalid characters."},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
			"https://github.com/aws/amazon-ecs-cli/issues/277",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			name, ok := v.Name.Get()
			if !p.Known(v.Name) || !ok || resourceName.MatchString(name) {
				continue
			}
			p.Reportf(v.Name, "the volume name %q %s", name, nameProblem(name)).
				Help("use up to 255 letters, digits, hyphens and underscores")
		}
	},
}
