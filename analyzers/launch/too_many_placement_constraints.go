package launch

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
	"github.com/ecslint/ecslint/rules"
)

var tooManyPlacementConstraints = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "too-many-placement-constraints",
		Title:    "A task has more than ten placement constraints",
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
		here := certain(w.PlacementConstraints)
		if here == 0 {
			return // nothing stands here that adds to those of the task definition
		}
		total, from := here, ""
		td := p.Project.TaskDefinitionOf(p.Object)
		if td != nil {
			if there := certain(td.TaskDefinition().PlacementConstraints); there > 0 {
				total += there
				from = fmt.Sprintf(", %d of them of %s", there, td.Label())
			}
		}
		if total <= facts.PlacementConstraintsPerTask {
			return
		}
		b := p.Reportf(w.PlacementConstraints, "%d placement constraints%s: a task may have %d", total, from, facts.PlacementConstraintsPerTask).
			Help(`join several of type memberOf to one with "and"`)
		if from != "" {
			b.Related(td.TaskDefinition().PlacementConstraints, "those of the task definition")
		}
	}),
}

// certain counts the items that are there for sure.
func certain[T analysis.Unknowable](list value.List[T]) int {
	n := 0
	for _, item := range list.Items {
		if !item.Unknown() {
			n++
		}
	}
	return n
}
