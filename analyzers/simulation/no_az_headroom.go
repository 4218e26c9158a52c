package simulation

import (
	"context"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/rules"
)

var noAZHeadroom = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "no-az-headroom",
		Title:    "The fleet has no room for what Availability Zone rebalancing starts before it stops anything",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html", proof},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil || s.fleet == nil || p.Object.Type != ecs.TypeService || p.Object.Output || !s.roomNow(p) {
			return // where not all tasks have room other rules speak; in which zones a template's instances are, nobody knows
		}
		for _, j := range s.plan.Jobs {
			if j.Object != p.Object {
				continue
			}
			r := s.plan.Rebalancing(context.Background(), j, place.Budget{Nodes: cheap})
			if r == nil || r.Lacking == "" {
				continue
			}
			p.Reportf(p.Service().AvailabilityZoneRebalancing,
				"Availability Zone rebalancing can't bring %s to its share in %s: it starts a task before it stops another, and there is no room for %d there beside %d in the other zones",
				r.Job.Name, r.Lacking, r.Share, r.Others).
				Related(j.CountAt, "%d tasks in %s", j.Count, strings.Join(r.Zones, ", ")).
				Help("give the fleet room for a task more in each zone; `ecslint simulate --lose az=%s` tells what becomes of the tasks without the zone", r.Lacking)
		}
	},
}
