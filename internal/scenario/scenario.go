// Package scenario makes placement problems of what people describe to ECS and of a fleet. What AWS or the files leave open becomes
// several scenarios, each a problem of its own; a verdict is one over all of them.
package scenario

import (
	"slices"
	"sync"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// Plan is all that is simulated.
type Plan struct {
	Fleet     *fleet.Fleet // nil where there is none
	Jobs      []*Job
	Questions []*Question
	Left      []Left

	// Needs is what Fargate has to have where the fleet doesn't tell its quotas and addresses, in sentences.
	Needs []string

	projects []*ecs.Project
	sure     bool
	changes  []Change // those that it was derived with

	once  sync.Once
	fresh *Plan // by anew
}

// Question is one thing to decide: whether all tasks find a place on the container instances, within the quotas of Fargate, in
// the subnets.
type Question struct {
	Name      string // "container instances"
	Scenarios []Scenario
	Partly    bool // there are more scenarios than are looked at

	build *builder // nil where nothing lies between the least and the most memory
}

// Scenario is one problem, and what it takes for granted.
type Scenario struct {
	Problem *certificate.Problem
	Jobs    []*Job // for each type of the problem
	Label   string // what makes it differ from the others; "" for the only one

	starts *place.Starts // of its deployments
	choice choice
	open   string // Label without what instances register
}

// kind is why there are several scenarios.
type kind uint8

const (
	bySide      kind = iota // what instances register
	bySplit                 // how capacity providers divide tasks
	byReading               // how an expression is read
	byAttribute             // what the fleet doesn't tell
	kinds
)

// choice is one scenario: for each of its dimensions the number of an option.
type choice struct {
	memory int64 // how far between the least and the most that instances register, of builder.steps
	most   bool  // of all else they have the most, too
	picked []int // for each dimension, the option
}

// maxScenarios bounds how many are looked at.
const maxScenarios = 64

// New derives the problems of projects that share a fleet: all files, and each template. f may be nil: then only what Fargate needs
// is said. Problems are why the fleet can't be used.
func New(projects []*ecs.Project, f *fleet.Fleet) (*Plan, []fleet.Problem) {
	return derive(projects, f, false)
}

// Sure is what New is of one project, without services and tasks of which it isn't certain that they are about this fleet.
func Sure(project *ecs.Project, f *fleet.Fleet) (*Plan, []fleet.Problem) {
	return derive([]*ecs.Project{project}, f, true)
}

func derive(projects []*ecs.Project, f *fleet.Fleet, sure bool, changes ...Change) (*Plan, []fleet.Problem) {
	r := &reader{sure: sure}
	if f != nil {
		r.fleet, r.cluster = f, f.Cluster
	}
	for _, project := range projects {
		r.read(project)
	}
	if sure && f != nil && f.Cluster == "" && !f.OfTemplate && !r.oneCluster() {
		r.jobs = nil
	}
	if slices.ContainsFunc(r.jobs, func(j *Job) bool { return j.Object.Origin != nil }) {
		r.assumed = append(r.assumed, "Parameters of templates have the values that were given, else their defaults; conditions that stay open hold.")
	}
	r.change(changes)
	p := &Plan{Fleet: f, Jobs: r.jobs, Left: r.left, projects: projects, sure: sure, changes: changes}
	var tenants []tenant
	onInstances := jobsOf(p.Jobs, func(j *Job) bool { return !j.Fargate })
	onFargate := jobsOf(p.Jobs, func(j *Job) bool { return j.Fargate })
	if f != nil && len(onInstances) > 0 {
		b := &builder{fleet: f, projects: projects, jobs: onInstances}
		b.assumed = append(b.assumed, r.assumed...)
		if problems := b.prepare(); len(problems) > 0 {
			return nil, problems
		}
		p.Left = append(p.Left, b.left...)
		p.Jobs = slices.DeleteFunc(p.Jobs, func(j *Job) bool { return !j.Fargate && !slices.Contains(b.jobs, j) })
		tenants = b.tenants()
		if len(b.jobs) > 0 {
			p.Questions = append(p.Questions, b.question())
		}
	}
	assumed := r.assumed
	if len(onFargate) > 0 {
		assumed = append([]string{fargateAssumed}, assumed...)
		p.quotas(f, onFargate, assumed)
	}
	for _, j := range onFargate {
		tenants = append(tenants, tenant{job: j, count: j.Count})
	}
	p.addresses(f, tenants, assumed)
	return p, nil
}

func jobsOf(all []*Job, which func(*Job) bool) []*Job {
	return slices.DeleteFunc(slices.Clone(all), func(j *Job) bool { return !which(j) })
}

// question is all scenarios of the container instances.
func (b *builder) question() *Question {
	q := &Question{Name: "container instances", build: b}
	choices := []choice{{memory: b.steps, most: true}}
	if b.sidesDiffer() {
		choices = append(choices, choice{})
	}
	for _, d := range b.dimensions {
		var more []choice
		for _, c := range choices {
			for option := range d.options {
				next := c
				next.picked = append(slices.Clone(c.picked), option)
				more = append(more, next)
			}
		}
		choices = more
		if len(choices) > maxScenarios {
			choices, q.Partly = choices[:maxScenarios], true
		}
	}
	if len(choices) > 0 && len(choices[0].picked) < len(b.dimensions) {
		q.Partly = true
	}
	for _, c := range choices {
		q.Scenarios = append(q.Scenarios, b.scenario(c))
	}
	return q
}

// instances is the question of the container instances; nil where there is none.
func (p *Plan) instances() *Question {
	for _, q := range p.Questions {
		if q.build != nil {
			return q
		}
	}
	return nil
}

// job is that of an object; nil where there is none.
func (p *Plan) job(o *ecs.Object) *Job { return jobOf(p.Jobs, o) }

func jobOf(jobs []*Job, o *ecs.Object) *Job {
	if i := slices.IndexFunc(jobs, func(j *Job) bool { return j.Object == o }); i >= 0 {
		return jobs[i]
	}
	return nil
}
