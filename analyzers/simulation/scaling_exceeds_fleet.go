package simulation

import (
	"context"
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/rules"
)

var scalingExceedsFleet = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "scaling-exceeds-fleet",
		Title:    "The fleet has no room for the tasks that a service may be scaled to",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
			eventsPage,
			proof,
		},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil || p.Object.Type != ecs.TypeScalableTarget {
			return
		}
		targets := s.plan.Targets()
		i := slices.IndexFunc(targets, func(t scenario.Target) bool { return t.Object == p.Object && t.Service != "" })
		if i < 0 || s.plan.Fleet.Cluster == "" && !targets[i].Linked { // the target may be of another cluster
			return
		}
		if !s.roomNow(p) {
			return
		}
		changed, problems := s.plan.With(scenario.AtMaximum(targets[i : i+1]))
		if len(problems) > 0 {
			return
		}
		for _, q := range changed.Questions {
			j := scenario.Judge(context.Background(), q, place.Budget{Nodes: cheap}, nil)
			if j.Verdict != place.Never || j.Reason != place.Impossible {
				continue
			}
			b := p.Reportf(p.Object.ScalableTarget().MaxCapacity, "the fleet has no room for the %d tasks that service %s may be scaled to, beside the other services",
				targets[i].Maximum, targets[i].Service).
				Help("lower MaxCapacity, or let the fleet grow with the service; `ecslint simulate --at max` shows what waits")
			s.instances(b)
			shown, result := j.Shows()
			if waits := shown.Waits(result); len(waits) > 0 {
				b.Note("%s: %s.", waits[0].Wait(), waits[0].Words())
			}
			return
		}
	},
}

// roomNow tells whether there is room for all tasks at the counts that are written: else other rules speak.
func (s *sight) roomNow(p *analysis.Pass) bool {
	for _, q := range s.plan.Questions {
		if slices.ContainsFunc(s.plan.Jobs, func(j *scenario.Job) bool { return len(q.Alone(j)) > 0 }) {
			return false
		}
	}
	return !slices.ContainsFunc(s.together(p), func(j *scenario.Judgement) bool { return j.Verdict == place.Never })
}
