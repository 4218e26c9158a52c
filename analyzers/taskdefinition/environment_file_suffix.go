package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var environmentFileSuffix = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "environment-file-suffix",
		Title:    "The name of an environment file doesn't end in .env",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, f := range c.EnvironmentFiles.Items {
				name, ok := f.Value.Get()
				if !p.Known(f.Value) || !ok || strings.HasSuffix(name, ".env") {
					continue
				}
				p.Reportf(f.Value, "environment file %q of %s doesn't end in .env", name, containerLabel(c)).
					Help("rename the object in S3 to end in .env, and the ARN with it")
			}
		}
	},
}
