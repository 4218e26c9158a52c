package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var swappinessWithoutMaxSwap = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "swappiness-without-max-swap",
		Title:    "A container sets swappiness without maxSwap, so it is ignored",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html"},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			linux := c.LinuxParameters
			set := isAboveZero(linux.Swappiness)
			if set.IsTrue() && p.Known(linux.MaxSwap) && linux.MaxSwap.Absent() {
				p.Reportf(linux.Swappiness, `%s sets "swappiness", which is ignored without "maxSwap"`, containerLabel(c)).
					Help(`add "maxSwap", the most swap in MiB, or remove "swappiness"`)
			}
		}
	},
}
