package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var autoprovisionWithoutSharedScope = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "autoprovision-without-shared-scope",
		Title:    "A volume of a task alone is to be provisioned",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // ignored, so that data is lost
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			config := v.DockerVolumeConfiguration
			scope, known := config.Scope.Or("task")
			if !p.Known(config.Autoprovision, config.Scope) || !known || scope != "task" || !isTrue(config.Autoprovision).IsTrue() {
				continue
			}
			p.Reportf(config.Autoprovision, `%s has "autoprovision" in scope task, where it is ignored: it is for volumes in scope shared`, volumeLabel(v)).
				Help(`remove "autoprovision", or set "scope" to "shared"`)
		}
	},
}
