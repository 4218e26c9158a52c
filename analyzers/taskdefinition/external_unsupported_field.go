package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var externalUnsupportedField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "external-unsupported-field",
		Title:      "The task definition sets what ECS Anywhere doesn't support",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Warning,
		Since:      "0.1.0",
		Supersedes: []string{"retired-operating-system"}, // the family has to change anyway
		Unfit:      true,
		Sources:    facts.ExternalUnsupportedOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		because, required := p.Project.Platforms(p.Object).Requires(ecs.External)
		if required.IsTrue() {
			platformLimits{p, "ECS Anywhere", because}.check(facts.ExternalUnsupported)
		}
	},
}
