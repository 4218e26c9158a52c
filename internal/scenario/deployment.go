package scenario

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

// Deployment is what becomes of the next deployment of a service: its tasks are replaced by those of a revision that differs in nothing
// that counts here, as in the tag of an image.
type Deployment struct {
	Job     *Job
	Verdict place.RolloutVerdict
	Why     string

	// Of a rolling update:
	Minimum, Maximum int64 // percent
	Window           place.Window
	Rollouts         []*place.Rollout // of each scenario
	Shown            int              // the worst

	// Peak is the verdict on twice the tasks: of a deployment that starts all new ones before it stops the old ones. Nil of a rolling
	// update.
	Peak *Judgement

	Event    string   // what AWS sends when it is stuck; "" where that isn't known
	Remedies []Remedy // changes with which it always finishes; without a judgement
}

// SameRevision is what verdicts on rolling updates take for granted.
const SameRevision = "A deployment is of a revision that takes the same of instances; its tasks become healthy, and old ones stop."

// Proofs are the certificates of all scenarios.
func (d *Deployment) Proofs() []*certificate.Certificate {
	if d.Peak != nil {
		return d.Peak.Proofs()
	}
	var all []*certificate.Certificate
	for _, r := range d.Rollouts {
		all = append(all, r.Proofs...)
	}
	return all
}

// way is how a service is deployed.
type way struct {
	minimum, maximum int64 // percent
	twice            bool  // all new tasks run before an old one stops
}

// way reads how a job is deployed; false where that isn't known. What the object doesn't tell is AWS's default.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
func (j *Job) way() (way, bool) {
	if j.Standalone || j.Daemon || j.Fargate || j.Count == 0 {
		return way{}, false
	}
	s := j.Object.Service()
	d := s.DeploymentConfiguration
	controller, known := s.DeploymentController.Type.Or("ECS")
	strategy, of := d.Strategy.Or("ROLLING")
	minimum, low := d.MinimumHealthyPercent.Or(100)
	maximum, high := d.MaximumPercent.Or(200)
	if !known || !of || !low || !high || d.Unknown() {
		return way{}, false
	}
	if j.Object.Operation == "UpdateService" && (d.MinimumHealthyPercent.Absent() || d.MaximumPercent.Absent()) {
		return way{}, false // the service keeps what it has
	}
	switch {
	case controller == "CODE_DEPLOY", controller == "ECS" && slices.Contains([]string{"BLUE_GREEN", "LINEAR", "CANARY"}, strategy):
		return way{twice: true}, true
	case controller == "ECS" && strategy == "ROLLING" && minimum >= 0 && minimum <= 100 && maximum >= 100:
		return way{minimum: minimum, maximum: maximum}, true
	}
	return way{}, false
}

// Deployments decides the deployments of all services on container instances, one at a time. Where nothing is known of how a service
// is deployed it is left out.
func (p *Plan) Deployments(ctx context.Context, b place.Budget, progress place.Progress) []*Deployment {
	base := p.anew()
	if base == nil {
		return nil
	}
	var all []*Deployment
	for _, j := range base.Jobs {
		w, ok := j.way()
		if !ok {
			continue
		}
		d := base.deploy(ctx, j, w, b, progress)
		if d == nil {
			continue
		}
		all = append(all, d)
	}
	return all
}

// DeploymentAlone decides the deployment of a job as if it had the fleet for itself: stuck then, it is stuck beside others. It is nil
// where the deployment isn't simulated.
func (p *Plan) DeploymentAlone(ctx context.Context, j *Job, b place.Budget) *Deployment {
	w, ok := j.way()
	if !ok || w.twice {
		return nil
	}
	base := p.anew()
	if base == nil || base.instances() == nil {
		return nil
	}
	q := base.instances()
	q.Scenarios = q.But(func(o *Job) bool { return o.Object != j.Object }).Scenarios
	i := slices.IndexFunc(base.Jobs, func(o *Job) bool { return o.Object == j.Object })
	if i < 0 {
		return nil
	}
	return base.deploy(ctx, base.Jobs[i], w, b, nil)
}

// mostRemedied bounds for how many deployments remedies are looked for.
const mostRemedied = 10

// Remedy looks for changes with which deployments that may not finish always do, the cheapest first.
func (p *Plan) Remedy(ctx context.Context, all []*Deployment, b place.Budget) {
	base := p.anew()
	n := 0
	for _, d := range all {
		if w, ok := d.Job.way(); ok && base != nil && n < mostRemedied && (d.Verdict == place.Stuck || d.Verdict == place.CanFinish) {
			base.deploymentRemedies(ctx, d, w, b)
			n++
		}
	}
}

// HoldsDeployment tells whether one of the plan's rolling updates is what is looked for.
func (p *Plan) HoldsDeployment(is func(*place.Deployment) bool) bool {
	base := p.anew()
	if base == nil || base.instances() == nil {
		return false
	}
	for _, j := range base.Jobs {
		w, ok := j.way()
		if !ok || w.twice {
			continue
		}
		for _, s := range base.instances().Scenarios {
			if d := s.rolling(j, w); d != nil && is(d) {
				return true
			}
		}
	}
	return false
}

// anew is the plan without the running tasks of its jobs: a deployment begins wherever ECS can have placed them.
func (p *Plan) anew() *Plan {
	if p.Fleet == nil {
		return nil
	}
	runs := func(r fleet.Running) bool {
		return slices.ContainsFunc(p.Jobs, func(j *Job) bool { return !j.Standalone && j.Group == r.Group })
	}
	plan, problems := p.With(Change{Fleet: func(f *fleet.Fleet) {
		for i, g := range f.Groups {
			f.Groups[i].Running = slices.DeleteFunc(slices.Clone(g.Running), runs)
		}
	}})
	if len(problems) > 0 {
		return nil
	}
	return plan
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

// deploy is nil where a deployment isn't simulated: that of a service which capacity providers divide.
func (p *Plan) deploy(ctx context.Context, j *Job, w way, b place.Budget, progress place.Progress) *Deployment {
	if w.twice {
		return p.twice(ctx, j, b, progress)
	}
	q := p.instances()
	if q == nil || q.Partly || len(q.Scenarios) == 0 {
		return nil
	}
	d := &Deployment{Job: j, Minimum: w.minimum, Maximum: w.maximum}
	for _, s := range q.Scenarios {
		rolling := s.rolling(j, w)
		if rolling == nil {
			return nil
		}
		r := place.Deploy(ctx, rolling, b, progress)
		d.Rollouts = append(d.Rollouts, r)
		if r.Verdict.Severity() > d.Rollouts[d.Shown].Verdict.Severity() {
			d.Shown = len(d.Rollouts) - 1
		}
	}
	shown := d.Rollouts[d.Shown]
	d.Verdict, d.Why, d.Window = shown.Verdict, shown.Why, shown.Window
	if i := slices.IndexFunc(d.Rollouts, func(r *place.Rollout) bool { return r.Verdict != d.Verdict }); i >= 0 {
		d.Why = fmt.Sprintf("where %s: %s; where %s: %s", q.Scenarios[d.Shown].Label, outcome(shown), q.Scenarios[i].Label, outcome(d.Rollouts[i]))
		d.Verdict = place.Undecided
	}
	if d.Verdict == place.Stuck {
		d.Event = q.Scenarios[d.Shown].stuckEvent(j, d.Window)
	}
	return d
}

// outcome is what came of one scenario, in words.
func outcome(r *place.Rollout) string {
	if r.Verdict == place.Undecided {
		return r.Why
	}
	return string(r.Verdict)
}

// stuckEvent is what AWS sends of a deployment that may neither start nor stop a task, or that has no room for one more.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
func (s Scenario) stuckEvent(j *Job, w place.Window) string {
	if w.Blocks(j.Count) {
		return fmt.Sprintf("(service %s) was unable to stop or start tasks during a deployment because of the service deployment configuration. "+
			"Update the minimumHealthyPercent or maximumPercent value and try again.", strings.TrimPrefix(j.Group, "service:"))
	}
	problem := *s.Problem
	problem.Types = slices.Clone(problem.Types)
	problem.Types[slices.Index(s.Jobs, j)].Count++
	for _, waiting := range (Scenario{Problem: &problem, Jobs: s.Jobs}).Waits(&place.Result{}) {
		if waiting.Job == j {
			return waiting.Event
		}
	}
	return ""
}

// rolling is the deployment of a job in a scenario; nil where its tasks are of several types.
func (s Scenario) rolling(j *Job, w way) *place.Deployment {
	old := slices.Index(s.Jobs, j)
	if old < 0 || slices.Contains(s.Jobs[old+1:], j) {
		return nil
	}
	problem := *s.Problem
	next := problem.Types[old]
	next.Name, next.Count = next.Name+", new revision", 0
	problem.Types = append(slices.Clip(problem.Types), next)
	problem.Assumptions = append(slices.Clip(problem.Assumptions), SameRevision)
	return &place.Deployment{
		Problem: &problem, Old: old, New: len(problem.Types) - 1, MinimumHealthyPercent: w.minimum, MaximumPercent: w.maximum,
	}
}

// twice is a deployment that has all tasks twice at its peak: blue/green, linear and canary shift traffic, not tasks.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
func (p *Plan) twice(ctx context.Context, j *Job, b place.Budget, progress place.Progress) *Deployment {
	plan, problems := p.With(Change{Job: func(o *Job) {
		if o.Object == j.Object {
			o.scale(2*o.Count, "twice its count: the tasks of both revisions")
		}
	}})
	if len(problems) > 0 || plan.instances() == nil {
		return nil
	}
	d := &Deployment{Job: j, Peak: Judge(ctx, plan.instances(), b, progress)}
	d.Why = d.Peak.Why
	switch d.Peak.Verdict {
	case place.Always:
		d.Verdict = place.AlwaysFinishes
	case place.Never:
		d.Verdict = place.Stuck
	case place.Depends:
		d.Verdict = place.CanFinish
	default:
		d.Verdict = place.Undecided
	}
	return d
}

// deploymentRemedies tries other percents, a dynamic port and one more instance: of each kind the first with which the deployment
// always finishes.
func (p *Plan) deploymentRemedies(ctx context.Context, d *Deployment, w way, b place.Budget) {
	b.Nodes = min(b.Nodes, remedyNodes)
	finishes := func(plan *Plan, w way) bool {
		i := slices.IndexFunc(plan.Jobs, func(j *Job) bool { return j.Object == d.Job.Object })
		if i < 0 || ctx.Err() != nil {
			return false
		}
		r := plan.deploy(ctx, plan.Jobs[i], w, b, nil)
		return r != nil && r.Verdict == place.AlwaysFinishes
	}
	try := func(name string, c Change) bool {
		plan, problems := p.With(c)
		if len(problems) > 0 || !finishes(plan, w) {
			return false
		}
		d.Remedies = append(d.Remedies, Remedy{Name: name, Job: c.of, Fix: c.fix})
		return true
	}
	if d.Peak == nil {
		for _, maximum := range []int64{150, 200} {
			if maximum > w.maximum && finishes(p, way{minimum: w.minimum, maximum: maximum}) {
				d.remedyPercent("maximumPercent", maximum)
				break
			}
		}
		for _, minimum := range []int64{50, 0} {
			if minimum < w.minimum && finishes(p, way{minimum: minimum, maximum: w.maximum}) {
				d.remedyPercent("minimumHealthyPercent", minimum)
				break
			}
		}
	}
	for _, c := range d.Job.withAnyPorts() {
		try("hostPort 0", c)
	}
	for i, g := range p.Fleet.Groups[:min(len(p.Fleet.Groups), mostInstanced)] {
		if try("one more "+g.Name, Change{Fleet: func(f *fleet.Fleet) { f.Add(i) }}) {
			return
		}
	}
}

func (d *Deployment) remedyPercent(name string, percent int64) {
	r := Remedy{Name: fmt.Sprintf("%s %d", name, percent), Job: d.Job}
	r.Fix = setTo(d.Job.Object.Service().DeploymentConfiguration.Where().Path(name), percent)
	if percent == 0 {
		r.Price = "in between no task of the service may run"
		r.Fix.Message += ": " + r.Price
	}
	d.Remedies = append(d.Remedies, r)
}
