package simulation

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unplaceableService = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unplaceable-service",
		Title:    "The fleet has no room for all tasks of a service",
		Subject:  "simulation",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		AWSErrors: []string{
			"has insufficient memory available",
			"has insufficient CPU units available",
			"is already using a port required by your task",
			"You've reached the limit on the number of vCPUs you can run concurrently",
		},
		Sources: []string{eventsPage, failuresPage, proof},
	},
	Run: func(p *analysis.Pass) {
		s := sightOf(p)
		if s == nil || s.plan == nil {
			return
		}
		s.alone(p, func(w scenario.Waiting) {
			if w.Because != "memberOf" {
				s.reportAlone(p, w)
			}
		})
		s.jointly(p, func(j *scenario.Judgement, waits []scenario.Waiting, at value.Located) {
			if j.Verdict == place.Never && j.Reason == place.Impossible {
				s.reportTogether(p, j, waits, at)
			}
		})
	},
}

const tryChanges = "`ecslint simulate` tries what could make room, and shows what does"

func (s *sight) reportAlone(p *analysis.Pass, w scenario.Waiting) {
	in, at := w.Blame()
	b := p.Reportf(at, "%s can't run all of its tasks on the fleet: %s", w.Job.Name, w.Room()).Help(tryChanges)
	if in != p.Object {
		b.Related(w.Job.CountAt, "the tasks that are wanted")
	}
	noteEvent(b, w)
	s.instances(b)
	for _, r := range s.remedies(p) {
		if r.Job != nil && r.Job.Object == p.Object {
			b.Fix(r.Fix)
		}
	}
}

func noteEvent(b *analysis.Builder, w scenario.Waiting) {
	if w.Event != "" {
		b.Note("AWS sends: %q", w.Event)
	}
}

func (s *sight) reportTogether(p *analysis.Pass, j *scenario.Judgement, waits []scenario.Waiting, at value.Located) {
	shown, _ := j.Shows()
	b := p.Reportf(at, "the fleet has no room for all tasks of %s", names(shown)).Help(tryChanges)
	relate(b, shown)
	b.Note("In one run %s: %s.", waits[0].Wait(), waits[0].Words())
	noteEvent(b, waits[0])
	s.instances(b)
}

func names(s scenario.Scenario) string {
	var all []string
	seen := map[string]bool{}
	for _, j := range s.Jobs {
		if !seen[j.Name] {
			seen[j.Name] = true
			all = append(all, j.Name)
		}
	}
	const few = 4
	if len(all) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:few], ", "), len(all)-few)
	}
	return strings.Join(all, ", ")
}

func relate(b *analysis.Builder, s scenario.Scenario) {
	const few = 4
	seen := map[*scenario.Job]bool{}
	for _, j := range s.Jobs {
		if !seen[j] && len(seen) < few {
			seen[j] = true
			b.Related(j.CountAt, "%s: %s", j.Name, j.Wants())
		}
	}
}

// roomOf is the part of the fleet that is too small.
func roomOf(o *ecs.Object, s scenario.Scenario, w scenario.Waiting) value.Located {
	model := o.Fleet()
	switch {
	case w.Because == certificate.Address:
		return model.Subnets
	case w.Job.Fargate && s.Problem.Types[w.Type].Provider == "FARGATE_SPOT":
		return model.Fargate.SpotVCPUs
	case w.Job.Fargate:
		return model.Fargate.OnDemandVCPUs
	case model.ContainerInstances.Where().Node() == nil:
		return model.CapacityProviders
	}
	return model.ContainerInstances
}
