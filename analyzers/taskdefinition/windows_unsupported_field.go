package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var windowsUnsupportedField = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:       "windows-unsupported-field",
		Title:      "The task definition sets what Windows doesn't support",
		Subject:    "taskdefinition",
		Engine:     rules.Go,
		Category:   rules.Correctness,
		Severity:   rules.Warning,
		Since:      "0.1.0",
		Supersedes: []string{"retired-operating-system"}, // the family has to change anyway
		Unfit:      true,
		Sources:    facts.WindowsUnsupportedOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		switch windows := runsWindows(td); {
		case windows.IsFalse():
			return
		case windows.IsUnknown():
			p.Known(td.RuntimePlatform.OperatingSystemFamily)
			return
		}
		family, _ := td.RuntimePlatform.OperatingSystemFamily.Get()
		because := fmt.Sprintf(`"operatingSystemFamily" is %s`, family)
		platformLimits{p, "Windows", because}.check(facts.WindowsUnsupported)
		fargate, onFargate := p.Project.Platforms(p.Object).Requires(ecs.Fargate)
		switch {
		case onFargate.IsTrue():
			platformLimits{p, "Windows on Fargate", fargate}.check(facts.WindowsOnFargateUnsupported)
		case onFargate.IsFalse():
			platformLimits{p, "Windows", because}.check(facts.WindowsOnEC2Unsupported)
		}
	},
}
