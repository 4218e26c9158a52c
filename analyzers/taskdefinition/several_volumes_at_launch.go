package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var severalVolumesAtLaunch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "several-volumes-at-launch",
		Title:    "More than one volume of a task definition is configured at launch",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  facts.VolumesAtLaunchOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		var atLaunch []value.Value[bool]
		for _, v := range p.TaskDefinition().Volumes.Items {
			if isTrue(v.ConfiguredAtLaunch).IsTrue() {
				atLaunch = append(atLaunch, v.ConfiguredAtLaunch)
			}
		}
		if len(atLaunch) <= facts.VolumesAtLaunch {
			return
		}
		b := p.Reportf(p.TaskDefinition().Volumes, "%d volumes are configured at launch: at most %d", len(atLaunch), facts.VolumesAtLaunch).
			Help("keep one EBS volume; use EFS, or a volume of the host, for the others")
		for _, v := range atLaunch {
			b.Related(v, "configured at launch")
		}
	},
}
