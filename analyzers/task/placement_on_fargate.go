package task

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var placementOnFargate = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "placement-on-fargate",
		Title:    "Tasks on Fargate are started with rules for their placement",
		Subject:  "task",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // AWS's answer is known for services only
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, r := range runsOf(p.Object) {
			fargate, ok := r.onFargate(p)
			if !ok {
				continue
			}
			for _, c := range r.constraints {
				refusePlacement(p, c.kind, "constraint", fargate)
			}
			for _, s := range r.strategies {
				refusePlacement(p, s.kind, "strategy", fargate)
			}
		}
	},
}

func refusePlacement(p *analysis.Pass, kind value.Value[string], what string, fargate platform) {
	name, ok := kind.Get()
	if !p.Known(kind) || !ok {
		return
	}
	p.Reportf(kind, "a placement %s (%s) needs container instances to choose from, and %s has none", what, name, fargate.by).
		Help("remove it: tasks on Fargate are spread over the subnets by themselves").
		Related(fargate.at, "Fargate")
}
