package simulation

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/value"
)

// sight is the fleet among the objects of a project, or that a template makes, and what is asked about it.
type sight struct {
	fleet    *ecs.Object     // nil where a template makes it
	problems []fleet.Problem // why it can't be used
	plan     *scenario.Plan  // nil then
}

type sightKey struct{}

// sightOf is nil where there isn't exactly one fleet. The objects of a template have each other and the fleet files in sight.
func sightOf(p *analysis.Pass) *sight {
	return p.Project.Once(sightKey{}, func() any { return look(p.Project) }).(*sight)
}

func look(project *ecs.Project) *sight {
	var fleets []*ecs.Object
	ofTemplate, provides := false, false
	for _, o := range project.Objects {
		ofTemplate = ofTemplate || o.Origin != nil
		provides = provides || o.Type == ecs.TypeCapacityProvider
		if o.Type == ecs.TypeFleet {
			fleets = append(fleets, o)
		}
	}
	if len(fleets) == 0 && ofTemplate && provides {
		return lookInside(project)
	}
	if len(fleets) != 1 {
		return nil
	}
	s := &sight{fleet: fleets[0]}
	f, problems := fleet.Of(s.fleet)
	if s.problems = problems; f == nil || ofTemplate && f.Cluster == "" { // the template may be of another cluster
		return s
	}
	s.plan, s.problems = scenario.Sure(project, f)
	return s
}

// lookInside takes the instances that a template makes, as many as there can be; nil where it doesn't tell all of them.
func lookInside(project *ecs.Project) *sight {
	draft := &fleet.Draft{}
	if fleet.FromTemplate(project.Objects, draft); draft.Open {
		return nil
	}
	draft.ScaleOut()
	f, problems, err := draft.Fleet()
	if err != nil || len(problems) > 0 {
		return nil
	}
	s := &sight{}
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

// instances says of a fleet that no file tells what it is.
func (s *sight) instances(b *analysis.Builder) {
	if s.fleet != nil {
		return
	}
	var parts []string
	for _, g := range s.plan.Fleet.Groups {
		parts = append(parts, fmt.Sprintf("%d x %s", g.Count, g.Name))
	}
	b.Note("The fleet is what capacity providers of the template launch at most: %s.", strings.Join(parts, ", "))
}

// jointly tells of the verdicts that are to be reported at the object of the pass, each with the tasks that wait: at a fleet file, which of
// the services has to give way isn't decided; in a template, which no fleet file is a part of, at a service that waits.
func (s *sight) jointly(p *analysis.Pass, each func(*scenario.Judgement, []scenario.Waiting, value.Located)) {
	if p.Object != s.fleet && p.Object.Origin == nil {
		return
	}
	for _, j := range s.together(p) {
		shown, result := j.Shows()
		waits := shown.Waits(result)
		switch {
		case len(waits) == 0:
		case p.Object == s.fleet:
			each(j, waits, roomOf(p.Object, shown, waits[0]))
		case waits[0].Job.Object == p.Object:
			each(j, waits, waits[0].Job.CountAt)
		}
	}
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
