package scenario

import (
	"cmp"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// Job is tasks that ECS is asked to run: a service, or a call of RunTask.
type Job struct {
	Object         *ecs.Object
	TaskDefinition *ecs.Object
	project        *ecs.Project
	cluster        string // "" where it names none, "?" where that isn't known
	Name           string // for people: "service web"
	Group          string // "service:web", "family:job"
	Count          int64
	Daemon         bool
	Standalone     bool
	Fargate        bool

	CountAt     value.Located
	supposed    string // why Count isn't what stands there; "" where it is
	Demand      demand
	strategy    []certificate.Strategy
	strategyAt  value.Located
	expressions []expression
	distinct    value.Located // the constraint distinctInstance; nil for none
	providers   []share       // of its capacity provider strategy; none for a launch type
	subnets     []value.Value[string]

	next   *Job        // the revision that is to come; nil where none is in sight
	update *ecs.Object // the last call that changes its deployment configuration; nil for none
	runs   bool        // it stands for what runs, of which only the fleet tells
}

// expression is one that an instance has to satisfy.
type expression struct {
	text   string
	in     *ecs.Object
	at     value.Located
	origin origin
}

// origin is what has tasks keep to an expression.
type origin uint8

const (
	byConstraint origin = iota // memberOf
	byPlatform                 // the architecture and operating system of the task definition
	byFeature                  // what the task definition holds
)

// share is an item of a capacity provider strategy.
type share struct {
	provider     string
	base, weight int64
	at           value.Located
}

// Left is what isn't simulated, and why.
type Left struct {
	Object *ecs.Object
	At     value.Located
	Name   string
	Why    string
}

// reader finds the jobs of a project.
type reader struct {
	project *ecs.Project // that is being read
	fleet   *fleet.Fleet // nil where there is none
	cluster string       // of the fleet; "" where it isn't named
	sure    bool         // leave out what isn't certain
	jobs    []*Job
	left    []Left
	seen    map[string]*ecs.Object // services by name
	assumed []string
}

func (r *reader) leave(o *ecs.Object, u *unknown) {
	r.left = append(r.left, Left{o, u.at, o.Label(), shown(o, u.reason)})
}

// read goes through the objects of a project in their order.
func (r *reader) read(project *ecs.Project) {
	r.project, r.seen = project, map[string]*ecs.Object{}
	for _, updates := range []bool{false, true} { // what makes a service counts before what changes it
		for _, o := range r.project.Objects {
			if (o.Operation == "UpdateService") == updates {
				r.object(o)
			}
		}
	}
}

// notSimulated are objects that run tasks in ways that are not simulated.
var notSimulated = map[ecs.Type]string{
	ecs.TypeTaskSet:        "task sets aren't simulated",
	ecs.TypeExpressService: "services of ECS Express Mode aren't simulated",
	ecs.TypeDaemon:         "managed daemons aren't simulated",
	ecs.TypeSchedule:       "it starts tasks at some time: when isn't simulated",
	ecs.TypeEventTargets:   "it starts tasks at some time: when isn't simulated",
}

func (r *reader) object(o *ecs.Object) {
	why, other := notSimulated[o.Type]
	switch {
	case other:
		r.leave(o, notKnown(value.Root(o.Root), "%s", why))
	case o.Type == ecs.TypeCapacityProvider && !o.CapacityProvider().ManagedInstancesProvider.Absent():
		r.leave(o, notKnown(value.Root(o.Root), "Managed Instances aren't simulated"))
	case o.Origin != nil && o.Origin.Uncertain && (o.Type == ecs.TypeService || o.Type == ecs.TypeTask):
		r.leave(o, notKnown(value.Root(o.Root), "whether it exists isn't known"))
	case o.Type == ecs.TypeService:
		r.service(o)
	case o.Type == ecs.TypeTask && o.Operation == "RunTask":
		r.task(o)
	case o.Type == ecs.TypeTask:
		r.leave(o, notKnown(value.Root(o.Root), "StartTask names its instances: nothing is left to decide"))
	}
}

func (r *reader) service(o *ecs.Object) {
	s := o.Service()
	name, named := o.Name()
	if !named && o.Origin != nil {
		name = o.Origin.ID
	} else if !named {
		name = o.Label()
	}
	name = lastPart(name)
	if before := r.seen[name]; before != nil && named {
		r.again(o, before)
		return
	}
	j := &Job{Object: o, project: r.project, Name: o.Label(), Group: "service:" + name, CountAt: s.DesiredCount}
	kind, ok := s.SchedulingStrategy.Or("REPLICA")
	if !ok {
		r.leave(o, notKnown(s.SchedulingStrategy, "its scheduling strategy isn't known"))
		return
	}
	j.Daemon = kind == "DAEMON"
	j.Count, ok = s.DesiredCount.Get()
	if o.Origin != nil && s.DesiredCount.Absent() {
		j.Count, ok = 1, true // CloudFormation's default
	}
	switch controller, known := s.DeploymentController.Type.Or("ECS"); {
	case !known:
		r.leave(o, notKnown(s.DeploymentController.Type, "its deployment controller isn't known"))
		return
	case controller == "EXTERNAL":
		r.leave(o, notKnown(s.DeploymentController.Type, "its task sets decide what it runs"))
		return
	case !j.Daemon && s.DesiredCount.Absent() && !ok:
		r.leave(o, notKnown(s, "it has no desiredCount"))
		return
	case !j.Daemon && !ok:
		r.leave(o, notKnown(s.DesiredCount, "its desiredCount isn't known"))
		return
	case !j.Daemon && (j.Count < 0 || j.Count > mostTasks):
		r.leave(o, notKnown(s.DesiredCount, "its desiredCount isn't between 0 and %d", mostTasks))
		return
	}
	if r.finish(j, workload.All(o)[0], s.Cluster, ecs.TaskOverride{}) && named {
		r.seen[name] = o
	}
}

// mostTasks is more than any service has.
const mostTasks = 1_000_000

func (r *reader) task(o *ecs.Object) {
	t := o.Task()
	j := &Job{Object: o, project: r.project, Name: o.Label(), Standalone: true, CountAt: t.Count}
	var ok bool
	switch j.Count, ok = t.Count.Or(1); {
	case !ok:
		r.leave(o, notKnown(t.Count, "its count isn't known"))
		return
	case j.Count < 1 || j.Count > 10: // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
		r.leave(o, notKnown(t.Count, "its count isn't between 1 and 10"))
		return
	}
	group, ok := t.Group.Or("")
	if !ok {
		r.leave(o, notKnown(t.Group, "its group isn't known"))
		return
	}
	j.Group = group
	if r.finish(j, workload.All(o)[0], t.Cluster, t.Overrides) {
		j.Name = shown(j.TaskDefinition, "run-task "+j.family())
	}
}

// shown is a name from the file of an object as it may be shown.
func shown(o *ecs.Object, name string) string {
	name, _ = diag.MaskNames(o.File, name, "")
	return name
}

// isSecret tells of a text from the file of an object that it can't be shown, and so can't be part of a problem.
func isSecret(o *ecs.Object, text string) bool { return shown(o, text) != text }

func (j *Job) family() string {
	name, _ := j.TaskDefinition.Name()
	return name
}

// finish reads what services and tasks have in common; false where the job can't be simulated.
func (r *reader) finish(j *Job, w workload.Workload, cluster value.Value[string], overrides ecs.TaskOverride) bool {
	for _, step := range []func() *unknown{
		func() *unknown { return r.inCluster(j, cluster) },
		func() *unknown { return r.definition(j, overrides) },
		func() *unknown { return r.platform(j, w, cluster) },
		func() *unknown { return r.isTold(j) },
		func() *unknown { return r.isCertain(j) },
		func() *unknown { return j.constraints(w) },
		func() *unknown { return j.strategies(w) },
		func() *unknown { return j.network(w) },
	} {
		if u := step(); u != nil {
			r.leave(j.Object, u)
			return false
		}
	}
	if _, next := r.project.Revisions(j.Object); next != nil && !j.Standalone {
		var u *unknown
		if j.next, u = j.with(next); u != nil {
			r.leave(j.Object, notKnown(u.at, "of its new revision: %s", u.reason))
			return false
		}
	}
	j.Group = cmp.Or(j.Group, "family:"+j.family())
	j.Name, j.Group = shown(j.Object, j.Name), shown(j.TaskDefinition, shown(j.Object, j.Group))
	if j.next != nil {
		j.next.Name, j.next.Group = j.Name+NewRevision, j.Group
	}
	r.jobs = append(r.jobs, j)
	return true
}

func (r *reader) definition(j *Job, overrides ecs.TaskOverride) (u *unknown) {
	if j.TaskDefinition = r.project.TaskDefinitionOf(j.Object); j.TaskDefinition == nil && !j.Standalone {
		j.TaskDefinition, _ = r.project.Revisions(j.Object)
	}
	if j.TaskDefinition == nil {
		return notKnown(value.Root(j.Object.Root), "its task definition isn't among the files, or can't be told")
	}
	j.Demand, u = demandOf(j.TaskDefinition.TaskDefinition(), overrides)
	return u
}

// lastPart is the name at the end of an ARN.
func lastPart(name string) string {
	parts := strings.Split(name, "/")
	return parts[len(parts)-1]
}
