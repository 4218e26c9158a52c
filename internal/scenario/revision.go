package scenario

import (
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/workload"
)

// with is the job with another task definition, its new revision.
func (j *Job) with(td *ecs.Object) (*Job, *unknown) {
	next := *j
	next.TaskDefinition, next.next, next.subnets = td, nil, nil
	next.Name = j.Name + NewRevision
	next.expressions = slices.DeleteFunc(slices.Clone(j.expressions), func(e expression) bool { return e.in == j.TaskDefinition })
	var u *unknown
	if next.Demand, u = demandOf(td.TaskDefinition(), ecs.TaskOverride{}); u != nil {
		return nil, u
	}
	if u := next.definitionConstraints(); u != nil {
		return nil, u
	}
	return &next, next.network(workload.All(j.Object)[0])
}

// NewRevision ends the name of what comes after a job.
const NewRevision = " (new revision)"

// successor is what a deployment puts in the place of the job's tasks: the revision in sight, else one that takes the same.
func (j *Job) successor() *Job {
	if j.next != nil {
		return j.next
	}
	same := *j
	same.Name += NewRevision
	return &same
}

// last is the revision that a deployment ends with.
func (j *Job) last() *Job { return j.revisions()[len(j.revisions())-1] }

// revisions are the job and what is to come after it.
func (j *Job) revisions() []*Job {
	if j.next == nil {
		return []*Job{j}
	}
	return []*Job{j, j.next}
}

// succeeds makes a second object about a service the next revision of its job, where it gives another task definition: that of the
// later call, and never what runs already. False where that isn't known.
func (r *reader) succeeds(o, before, td *ecs.Object) bool {
	j := jobOf(r.jobs, before)
	if j == nil || j.next != nil || j.Standalone {
		return false
	}
	other, u := j.with(td)
	if u != nil {
		return false
	}
	if o.Output && !before.Output { // what runs already was read later
		next := *j
		next.Name, other.Name = other.Name, j.Name
		*j, other = *other, &next
	}
	j.next = other
	return true
}

// change tells of two revisions in sight; "" of others.
func (j *Job) change() string {
	if j.next == nil {
		return ""
	}
	from, to := revisionName(j.TaskDefinition), revisionName(j.next.TaskDefinition)
	switch {
	case j.runs:
		from = "what runs"
	case from == to:
		from += fmt.Sprintf(" (%s)", j.TaskDefinition.File.Name)
		to += fmt.Sprintf(" (%s)", j.next.TaskDefinition.File.Name)
	}
	return fmt.Sprintf("from %s to %s", from, to)
}

// revisionName is family:revision, or the family of an input.
func revisionName(td *ecs.Object) string {
	name, _ := td.Name()
	if n := td.Revision(); n != "" {
		name += ":" + n
	}
	return shown(td, name)
}

// again reports a second object about a service, where it changes what counts here.
func (r *reader) again(o, before *ecs.Object) {
	if o.Root.Range == before.Root.Range {
		return
	}
	a, b := o.Service(), before.Service()
	if j := jobOf(r.jobs, before); j != nil && o.Operation == "UpdateService" && !a.DeploymentConfiguration.Absent() {
		j.update = o
	}
	count, known := a.DesiredCount.Get()
	other, _ := b.DesiredCount.Get()
	td := r.project.TaskDefinitionOf(o)
	moves := td != nil && td != r.project.TaskDefinitionOf(before)
	if moves && r.succeeds(o, before, td) {
		moves = false
	}
	switch {
	case !a.DesiredCount.Absent() && (!known || count != other):
		r.leave(o, notKnown(a.DesiredCount, "it gives another desiredCount than %s", before.File.Name))
	case !a.CapacityProviderStrategy.Absent() || !a.PlacementConstraints.Absent() || !a.PlacementStrategy.Absent():
		r.leave(o, notKnown(a, "it says where tasks go, as %s does", before.File.Name))
	case moves:
		r.leave(o, notKnown(a.TaskDefinition, "it gives another task definition than %s", before.File.Name))
	}
}
