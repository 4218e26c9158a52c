package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var secretStageWithVersion = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "secret-stage-with-version",
		Title:    "The ARN of a secret names both a staging label and a version",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // of the guide; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html",
			"https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, s := range secretReferences(c) {
				reference, _ := s.from.Get()
				resource, ok := secretsManagerResource(reference)
				if !p.Known(s.from) || !ok || len(resource) != partOfSecret || resource[3] == "" || resource[4] == "" {
					continue
				}
				p.Reportf(s.from, "%s names a staging label and the id of a version: only one of them can be given", s.label).
					Help("write secret:NAME:KEY:STAGE: or secret:NAME:KEY::VERSION")
			}
		}
	},
}
