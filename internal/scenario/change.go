package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
)

// Change is what is supposed to be otherwise than the files say.
type Change struct {
	Name    string                 // for people: "us-east-1a is lost"
	Fleet   func(f *fleet.Fleet)   // nil for none; f is a copy
	Job     func(j *Job)           // nil for none; called for each job
	Assumed func(p *Plan) []string // nil for none; of the plan without the change

	jobs func(all []*Job) []*Job // nil for none

	of  *Job     // whose file would be changed; nil for none
	fix diag.Fix // the edit
}

// With is the plan if some things were otherwise. Problems are why the fleet can't be used any more.
func (p *Plan) With(changes ...Change) (*Plan, []fleet.Problem) {
	f := p.Fleet
	if f != nil {
		f = f.Copy()
		for _, c := range changes {
			if c.Fleet != nil {
				c.Fleet(f)
			}
			if c.Assumed != nil {
				f.Assumptions = append(f.Assumptions, c.Assumed(p)...)
			}
		}
	}
	return derive(p.projects, f, p.sure, append(slices.Clip(p.changes), changes...)...)
}

func (r *reader) change(changes []Change) {
	for _, c := range changes {
		if c.jobs != nil {
			r.jobs = c.jobs(r.jobs)
		}
		for _, j := range r.jobs {
			for _, of := range j.revisions() {
				if c.Job != nil {
					c.Job(of)
				}
			}
		}
	}
}

// Scale is another number of tasks of a service. Daemons have none.
func Scale(service string, count int64) Change {
	return Change{
		Name: fmt.Sprintf("%s is at %d", service, count),
		Job: func(j *Job) {
			if j.Group == "service:"+service && !j.Daemon {
				j.scale(count, fmt.Sprintf("supposed to be %d", count))
			}
		},
	}
}

func (j *Job) scale(count int64, why string) { j.Count, j.supposed = count, why }

// Target is a service that Application Auto Scaling scales.
type Target struct {
	Object  *ecs.Object
	Service string // "" where it isn't known
	Linked  bool   // the template says which service it is
	Maximum int64
}

// Targets are the scalable targets among the files.
func (p *Plan) Targets() []Target {
	var all []Target
	for _, project := range p.projects {
		for _, o := range project.Objects {
			if o.Type != ecs.TypeScalableTarget {
				continue
			}
			t := Target{Object: o}
			m := o.ScalableTarget()
			if dimension, ok := m.ScalableDimension.Or("ecs:service:DesiredCount"); !ok || dimension != "ecs:service:DesiredCount" {
				continue
			}
			maximum, known := m.MaxCapacity.Get()
			cluster, service := serviceOf(m.ResourceId)
			if j := p.jobOf(project, m.ResourceId); j != nil {
				t.Linked, cluster, service = true, "", strings.TrimPrefix(j.Group, "service:")
			}
			ours := t.Linked || p.Fleet == nil || p.Fleet.Cluster == "" || cluster == p.Fleet.Cluster
			if t.Maximum = maximum; known && ours && maximum >= 0 && maximum <= mostTasks {
				t.Service = service
			}
			if ours || service == "" {
				all = append(all, t)
			}
		}
	}
	return all
}

// jobOf is the service of a template that the id of a scalable target is made of; nil where it isn't one.
func (p *Plan) jobOf(project *ecs.Project, id value.Value[string]) *Job {
	node := id.Where().Node()
	if node == nil {
		return nil
	}
	var found []*Job
	for _, j := range p.Jobs {
		made := func(refers string) bool { name, _, _ := strings.Cut(refers, "."); return name == j.Object.Origin.ID }
		if j.project == project && j.Object.Origin != nil && j.Object.Type == ecs.TypeService && slices.ContainsFunc(node.Refers(), made) {
			found = append(found, j)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// serviceOf are the cluster and the service that service/CLUSTER/SERVICE names; "" where it doesn't.
func serviceOf(id value.Value[string]) (cluster, service string) {
	text, _ := id.Get()
	parts := strings.Split(text, "/")
	if len(parts) != 3 || parts[0] != "service" {
		return "", ""
	}
	return parts[1], parts[2]
}

// AtMaximum is all services at the maximum of their scalable targets.
func AtMaximum(targets []Target) Change {
	return Change{
		Name: "all are at their maximum",
		Job: func(j *Job) {
			for _, t := range targets {
				if t.Service != "" && j.Group == "service:"+t.Service && !j.Daemon {
					j.scale(t.Maximum, "the maximum of "+shown(t.Object, t.Object.Label()))
				}
			}
		},
		Assumed: func(*Plan) []string {
			var all []string
			for _, t := range targets {
				if t.Service == "" {
					all = append(all, fmt.Sprintf("The service of %s keeps its count: which it is, or its maximum, isn't known.", shown(t.Object, t.Object.Label())))
				}
			}
			return all
		},
	}
}
