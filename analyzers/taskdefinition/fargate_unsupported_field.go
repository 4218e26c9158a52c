package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var fargateUnsupportedField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "fargate-unsupported-field",
		Title:    "The task definition sets what Fargate doesn't support",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Unfit:    true,
		Sources:  facts.FargateUnsupportedOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		because, required := p.Project.Platforms(p.Object).Requires(ecs.Fargate)
		if required.IsTrue() {
			platformLimits{p, "Fargate", because}.check(facts.FargateUnsupported)
		}
	},
}
