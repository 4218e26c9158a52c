package simulation

import (
	"context"
	"fmt"
	"strings"

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
			why := fmt.Sprintf("%d of its %d tasks have to stay healthy, and the fleet has no room for a new one beside them", d.Window.Lower, d.Tasks)
			help := `lower "minimumHealthyPercent" so that a task may stop first, or give the fleet room for one more; ` + "`ecslint simulate` tells what is enough"
			if may := d.Tasks - d.Window.Lower; may > 0 {
				why = fmt.Sprintf("%d of its %d tasks may stop first, and even then the fleet has no room for all new ones", may, d.Tasks)
				help = "have new tasks take less, or give the fleet room for them; `ecslint simulate` shows the deadlock"
			}
			b := p.Reportf(d.Job.CountAt, "a %s never finishes: %s", d.Name(), why).Help("%s", help)
			s.instances(b)
			if d.Event != "" {
				b.Note("AWS: %s", d.Event)
			}
			s.plan.Remedy(context.Background(), []*scenario.Deployment{d}, place.Budget{Nodes: cheap})
			var enough []string
			for _, r := range d.Remedies {
				b.Fix(r.Fix)
				enough = append(enough, r.Words())
			}
			if enough != nil {
				b.Help("choose what was tried and is enough: %s", strings.Join(enough, "; or "))
			}
		}
	},
}
