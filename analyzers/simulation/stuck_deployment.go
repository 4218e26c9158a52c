package simulation

import (
	"context"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/rules"
)

var stuckDeployment = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "stuck-deployment",
		Title:    "A deployment of the service never finishes: the fleet has no room for a new task beside the old ones",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
			eventsPage,
			"proof: a deadlock that a checker of its own replays, and that no rollout gets around (docs/simulator.md)",
		},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil {
			return
		}
		for _, j := range s.plan.Jobs {
			if j.Object != p.Object || p.Object.Output {
				continue
			}
			// What the percents alone keep from moving, deployment-blocked-by-rounding reports.
			d := s.plan.DeploymentAlone(context.Background(), j, place.Budget{Nodes: cheap})
			if d == nil || d.Verdict != place.Stuck || d.Window.Blocks(d.Tasks) {
				continue
			}
			b := p.Reportf(d.Job.CountAt, "a deployment of %s never finishes: %d of its %d tasks have to stay healthy, and the fleet has no room for a new one beside them",
				d.Job.Name, d.Window.Lower, d.Tasks).
				Help(`lower "minimumHealthyPercent" so that a task may stop first, or give the fleet room for one more; ` + "`ecslint simulate` tells what is enough")
			s.instances(b)
			if d.Event != "" {
				b.Note("AWS: %s", d.Event)
			}
			s.plan.Remedy(context.Background(), []*scenario.Deployment{d}, place.Budget{Nodes: cheap})
			for _, r := range d.Remedies {
				b.Fix(r.Fix)
			}
		}
	},
}
