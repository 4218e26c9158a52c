package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var missingVolumeName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "missing-volume-name",
		Title:    "A volume has no name, so that no container can mount it",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
			"proof: a mount point names its volume",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			if v.Name.Absent() && !v.Unknown() {
				p.Reportf(v, "a volume has no name, so that no container can mount it").
					Help(`add "name"`)
			}
		}
	},
}
