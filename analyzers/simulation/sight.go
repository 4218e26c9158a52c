package simulation

import (
	"context"
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
)

// sight is the fleet among the objects of a project, and what is asked about it.
type sight struct {
	fleet    *ecs.Object
	problems []fleet.Problem // why it can't be used
	plan     *scenario.Plan  // nil then
}

type sightKey struct{}

// sightOf is nil where there isn't exactly one fleet.
func sightOf(p *analysis.Pass) *sight {
	return p.Project.Once(sightKey{}, func() any { return look(p.Project) }).(*sight)
}

func look(project *ecs.Project) *sight {
	var fleets []*ecs.Object
	for _, o := range project.Objects {
		if o.Type == ecs.TypeFleet {
			fleets = append(fleets, o)
		}
	}
	if len(fleets) != 1 {
		return nil
	}
	s := &sight{fleet: fleets[0]}
	f, problems := fleet.Of(s.fleet)
	if s.problems = problems; f == nil {
		return s
	}
	s.plan, s.problems = scenario.Sure(project, f)
	return s
}

// cheap is enough for greedy runs and for weights: check has to answer at once.
const cheap = 50_000

// judgements are the verdicts on all jobs together, but for those that can't be placed even alone.
func (s *sight) judgements() []*scenario.Judgement {
	var all []*scenario.Judgement
	for _, q := range s.plan.Questions {
		together := q.But(func(j *scenario.Job) bool { return len(q.Alone(j)) > 0 })
		if !together.Partly && slices.ContainsFunc(together.Scenarios, func(x scenario.Scenario) bool { return len(x.Jobs) > 0 }) {
			all = append(all, scenario.Judge(context.Background(), together, place.Budget{Nodes: cheap}, nil))
		}
	}
	return all
}

type jointKey struct{}

func (s *sight) together(p *analysis.Pass) []*scenario.Judgement {
	return p.Project.Once(jointKey{}, func() any { return s.judgements() }).([]*scenario.Judgement)
}

type remedyKey struct{}

// remedies are changes with which every run places all tasks.
func (s *sight) remedies(p *analysis.Pass) []scenario.Remedy {
	return p.Project.Once(remedyKey{}, func() any {
		var all []scenario.Remedy
		for _, q := range s.plan.Questions {
			j := scenario.Judge(context.Background(), q, place.Budget{Nodes: cheap}, nil)
			all = append(all, s.plan.Remedies(context.Background(), j, place.Budget{Nodes: cheap})...)
		}
		return all
	}).([]scenario.Remedy)
}

// alone reports what keeps the tasks of the pass's object waiting whatever else runs.
func (s *sight) alone(p *analysis.Pass, each func(scenario.Waiting)) {
	for _, q := range s.plan.Questions {
		for _, j := range s.plan.Jobs {
			if j.Object != p.Object || j.Count == 0 || p.Object.Output {
				continue
			}
			for _, w := range q.Alone(j) {
				each(w)
			}
		}
	}
}
