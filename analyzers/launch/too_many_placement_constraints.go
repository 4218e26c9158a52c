package launch

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var tooManyPlacementConstraints = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "too-many-placement-constraints",
		Title:    "A task has more than ten placement constraints with those of its task definition",
		Subject:  "launch",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: each(func(p *analysis.Pass, w workload.Workload) {
		td := p.Project.TaskDefinitionOf(p.Object)
		if td == nil {
			return
		}
		ofTask := td.TaskDefinition().PlacementConstraints
		here, there := len(analysis.KnownItems(w.PlacementConstraints)), len(analysis.KnownItems(ofTask))
		const most = facts.PlacementConstraintsPerTask
		if here == 0 || there == 0 || here+there <= most || here > most || there > most {
			return // out-of-range speaks of one list that is too long
		}
		p.Reportf(w.PlacementConstraints, "%d placement constraints, and %d of %s: a task may have %d together", here, there, td.Label(), most).
			Help(`join several of type memberOf to one with "and"`).
			Related(ofTask, "those of the task definition")
	}),
}
