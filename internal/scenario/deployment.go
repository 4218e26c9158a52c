package scenario

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/value"
)

// Deployment is what becomes of the next deployment of a service: its tasks are replaced by those of the revision in sight, else of one
// that differs in nothing that counts here, as in the tag of an image.
type Deployment struct {
	Job     *Job
	Change  string   // "from web:41 to web:42"; "" where no other revision is in sight
	Tasks   int64    // that are replaced
	Assumed []string // what the verdict takes for granted beside the plan's
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

// sameRevision is what verdicts on rolling updates take for granted where no other revision is in sight.
const sameRevision = "A deployment is of a revision that takes the same of instances; its tasks become healthy, and old ones stop."

// Name tells which deployment it is: "deployment of service web from web:41 to web:42".
func (d *Deployment) Name() string {
	if d.Change != "" {
		return fmt.Sprintf("deployment of %s %s", d.Job.Name, d.Change)
	}
	return "deployment of " + d.Job.Name
}

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
	if j.Standalone || j.Count == 0 && !j.Daemon {
		return way{}, false
	}
	s := j.Object.Service()
	controller, known := s.DeploymentController.Type.Or("ECS")
	strategy, of := s.DeploymentConfiguration.Strategy.Or("ROLLING")
	minimum, maximum, told := j.percents()
	if j.update != nil && !j.update.Service().DeploymentConfiguration.Strategy.Absent() {
		return way{}, false
	}
	switch {
	case !known || !of || !told:
	case controller == "CODE_DEPLOY", controller == "ECS" && slices.Contains([]string{"BLUE_GREEN", "LINEAR", "CANARY"}, strategy):
		return way{twice: true}, true
	case controller == "ECS" && strategy == "ROLLING":
		return way{minimum: minimum, maximum: maximum}, true
	}
	return way{}, false
}

// percents are those of a service's deployment configuration, or of the update in sight; false where they aren't known, or AWS refuses them. Where
// an instance drains they count whatever the strategy of deployments is.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html
func (j *Job) percents() (minimum, maximum int64, known bool) {
	d := j.Object.Service().DeploymentConfiguration
	least, most, unknown := d.MinimumHealthyPercent, d.MaximumPercent, d.Unknown()
	if j.update != nil {
		u := j.update.Service().DeploymentConfiguration
		least, most, unknown = latest(u.MinimumHealthyPercent, least), latest(u.MaximumPercent, most), unknown || u.Unknown()
	}
	minimum, low := least.Or(map[bool]int64{true: 0, false: 100}[j.Daemon])
	maximum, high := most.Or(map[bool]int64{true: 100, false: 200}[j.Daemon])
	keeps := j.Object.Operation == "UpdateService" && (least.Absent() || most.Absent()) // what the service has
	return minimum, maximum, low && high && !keeps && !unknown && minimum >= 0 && minimum <= 100 && maximum >= 100
}

// latest is what an update says, else what was said before.
func latest(update, before value.Value[int64]) value.Value[int64] {
	if update.Absent() {
		return before
	}
	return update
}

// Deployments decides the deployments of all services on container instances, one at a time. Where nothing is known of how a service
// is deployed it is left out; what isn't simulated is told. The budget is that of all together: those that take little are decided first, then
// one after the other.
func (p *Plan) Deployments(ctx context.Context, b place.Budget, progress place.Progress) (all []*Deployment, left []Left) {
	nodes := cmp.Or(b.Nodes, place.DefaultNodes) / 2
	p.eachStart(ctx, &nodes, (*place.Starts).Find)
	var open []int
	for _, j := range p.Jobs {
		w, ok := j.way()
		if !ok {
			continue
		}
		d, why := p.deploy(ctx, j, w, place.Budget{Nodes: briefNodes}, progress)
		switch {
		case d != nil:
			if nodes -= d.nodes(); d.Verdict == place.Undecided {
				open = append(open, len(all))
			}
			all = append(all, d)
		case why != "":
			left = append(left, Left{j.Object, j.Object.Service(), "deployment of " + j.Name, why})
		}
	}
	if len(open) > 1 {
		p.eachStart(ctx, &nodes, (*place.Starts).Fill)
	}
	for n, i := range open {
		if j := p.job(all[i].Job.Object); nodes > 0 {
			w, _ := j.way()
			all[i], _ = p.deploy(ctx, j, w, place.Budget{Nodes: max(nodes/int64(len(open)-n), min(nodes, shownNodes))}, progress)
			nodes -= all[i].nodes()
		}
	}
	return all, left
}

const (
	briefNodes = 2_000  // for each deployment what a proof takes that needs no search
	shownNodes = 50_000 // what it takes to show a rollout among thousands of tasks
)

// eachStart has ways found in which deployments can begin, with most of what is left of a budget.
func (p *Plan) eachStart(ctx context.Context, nodes *int64, find func(*place.Starts, context.Context, *certificate.Problem, place.Budget) int64) {
	base := p.anew()
	if base == nil || base.instances() == nil {
		return
	}
	scenarios := base.instances().Scenarios
	part := *nodes * 3 / 4 / int64(len(scenarios))
	for _, s := range scenarios {
		*nodes -= find(s.starts, ctx, s.Problem, place.Budget{Nodes: part})
	}
}

// nodes are what the deployment took of the budget.
func (d *Deployment) nodes() (n int64) {
	for _, r := range d.Rollouts {
		n += r.Nodes
	}
	if d.Peak != nil {
		for _, r := range d.Peak.Results {
			n += r.Nodes
		}
	}
	return n
}

// DeploymentAlone decides the deployment of a job as if it had the fleet for itself: stuck then, it is stuck beside others. It is nil
// where the deployment isn't simulated.
func (p *Plan) DeploymentAlone(ctx context.Context, j *Job, b place.Budget) *Deployment {
	w, ok := j.way()
	if !ok || w.twice {
		return nil
	}
	begin := p.anywhere(j)
	if begin.question == nil {
		return nil
	}
	q := *begin.question
	q.Scenarios = q.But(func(o *Job) bool { return o.Object != j.Object }).Scenarios
	begin.question = &q
	d, _ := begin.deploy(ctx, w, b, nil)
	return d
}

// mostRemedied bounds for how many deployments remedies are looked for.
const mostRemedied = 10

// Remedy looks for changes with which deployments that may not finish always do, the cheapest first.
func (p *Plan) Remedy(ctx context.Context, all []*Deployment, b place.Budget) {
	n := 0
	for _, d := range all {
		if w, ok := d.Job.way(); ok && n < mostRemedied && (d.Verdict == place.Stuck || d.Verdict == place.CanFinish) {
			p.deploymentRemedies(ctx, d, w, b)
			n++
		}
	}
}

// HoldsDeployment tells whether one of the plan's rolling updates is what is looked for.
func (p *Plan) HoldsDeployment(is func(*place.Deployment) bool) bool {
	for _, j := range p.Jobs {
		w, ok := j.way()
		if !ok || w.twice {
			continue
		}
		rolling, _ := p.begin(j).rolling(w)
		if slices.ContainsFunc(rolling, is) {
			return true
		}
	}
	return false
}

// anew is the plan without the running tasks of its jobs: a deployment begins wherever ECS can have placed them. It is nil where there is
// none.
func (p *Plan) anew() *Plan {
	p.once.Do(func() {
		if p.Fleet == nil {
			return
		}
		runs := func(r fleet.Running) bool {
			return slices.ContainsFunc(p.Jobs, func(j *Job) bool { return !j.Standalone && j.Group == r.Group })
		}
		p.fresh, _ = p.With(Change{Fleet: func(f *fleet.Fleet) {
			for i, g := range f.Groups {
				f.Groups[i].Running = slices.DeleteFunc(slices.Clone(g.Running), runs)
			}
		}})
	})
	return p.fresh
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
func (p *Plan) job(o *ecs.Object) *Job {
	if i := slices.IndexFunc(p.Jobs, func(j *Job) bool { return j.Object == o }); i >= 0 {
		return p.Jobs[i]
	}
	return nil
}

// deploy is nil where a deployment isn't simulated, and why is "" where that goes without saying.
func (p *Plan) deploy(ctx context.Context, j *Job, w way, b place.Budget, progress place.Progress) (d *Deployment, why string) {
	if w.twice {
		return p.twice(ctx, j, b, progress), ""
	}
	return p.begin(j).deploy(ctx, w, b, progress)
}

func (s start) deploy(ctx context.Context, w way, b place.Budget, progress place.Progress) (*Deployment, string) {
	all, why := s.rolling(w)
	if all == nil {
		return nil, why
	}
	scenarios := s.question.Scenarios
	d := &Deployment{Job: s.job, Change: s.job.change(), Minimum: w.minimum, Maximum: w.maximum, Tasks: all[0].Problem.Types[all[0].Old].Count, Assumed: s.assumed()}
	for _, rolling := range all {
		r := place.Deploy(ctx, rolling, b, progress)
		s.job.daemonFirst(r)
		d.Rollouts = append(d.Rollouts, r)
		if r.Verdict.Severity() > d.Rollouts[d.Shown].Verdict.Severity() {
			d.Shown = len(d.Rollouts) - 1
		}
	}
	shown := d.Rollouts[d.Shown]
	d.Verdict, d.Why, d.Window = shown.Verdict, shown.Why, shown.Window
	if i := slices.IndexFunc(d.Rollouts, func(r *place.Rollout) bool { return r.Verdict != d.Verdict }); i >= 0 {
		d.Why = fmt.Sprintf("where %s: %s; where %s: %s", scenarios[d.Shown].Label, outcome(shown), scenarios[i].Label, outcome(d.Rollouts[i]))
		d.Verdict = place.Undecided
	}
	if d.Verdict == place.Stuck {
		d.Event = scenarios[d.Shown].stuckEvent(s.job, all[d.Shown], shown)
	}
	return d, ""
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
func (s Scenario) stuckEvent(j *Job, d *place.Deployment, r *place.Rollout) string {
	if r.Window.Blocks(d.Problem.Types[d.Old].Count) {
		return fmt.Sprintf("(service %s) was unable to stop or start tasks during a deployment because of the service deployment configuration. "+
			"Update the minimumHealthyPercent or maximumPercent value and try again.", strings.TrimPrefix(j.Group, "service:"))
	}
	for _, proof := range r.Proofs {
		if proof.Kind == certificate.KindStuck {
			at := Scenario{Problem: d.Problem, Jobs: append(slices.Clip(s.Jobs), j.successor())}
			return at.explain(deadlock(proof), d.New, 1).Event
		}
	}
	return ""
}

// deadlock is what the instances hold at the end of a rolling update.
func deadlock(proof *certificate.Certificate) *state {
	s, r := newState(proof.Problem), proof.Rollout
	for _, step := range slices.Concat(r.Running, r.Steps) {
		s.place(int(step[0]), s.instance(int(step[1]), step[2]), 1)
	}
	for _, move := range r.Moves {
		count := int64(1)
		if move[0] == int64(r.Old) {
			count = -1
		}
		s.place(int(move[0]), s.instance(int(move[1]), move[2]), count)
	}
	return s
}

// peak is the plan at which all tasks of both revisions run; nil where there is none.
func (p *Plan) peak(j *Job) *Plan {
	base := p.anew()
	if base == nil || base.job(j.Object) == nil {
		return nil
	}
	plan, problems := base.With(Change{jobs: func(all []*Job) []*Job {
		i := slices.IndexFunc(all, func(o *Job) bool { return o.Object == j.Object })
		return slices.Insert(all, i+1, all[i].successor())
	}})
	if len(problems) > 0 || plan.holding(j) == nil {
		return nil
	}
	return plan
}

// twice is a deployment that has all tasks twice at its peak: blue/green, linear and canary shift traffic, not tasks.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
func (p *Plan) twice(ctx context.Context, j *Job, b place.Budget, progress place.Progress) *Deployment {
	plan := p.peak(j)
	if plan == nil {
		return nil
	}
	d := &Deployment{Job: j, Change: j.change(), Tasks: j.Count, Assumed: start{job: j}.assumed(), Peak: Judge(ctx, plan.holding(j), b, progress)}
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
		j := plan.job(d.Job.Object)
		if j == nil || ctx.Err() != nil {
			return false
		}
		r, _ := plan.deploy(ctx, j, w, b, nil)
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
			if maximum > w.maximum && !d.Job.Daemon && finishes(p, way{minimum: w.minimum, maximum: maximum}) {
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
	for _, c := range d.Job.last().withAnyPorts() {
		try("hostPort 0", c)
	}
	if d.Job.Fargate {
		return
	}
	for i, g := range p.Fleet.Groups[:min(len(p.Fleet.Groups), mostInstanced)] {
		if try("one more "+g.Name, Change{Fleet: func(f *fleet.Fleet) { f.Add(i) }}) {
			return
		}
	}
}

func (d *Deployment) remedyPercent(name string, percent int64) {
	r := Remedy{Name: fmt.Sprintf("%s %d", name, percent), Job: d.Job}
	at := d.Job.Object.Service().DeploymentConfiguration.Where().Path(name)
	if d.Job.update != nil {
		if in := d.Job.update.Service().DeploymentConfiguration.Where().Path(name); in.Node() != nil {
			at = in
		}
	}
	r.Fix = setTo(at, percent)
	if percent == 0 {
		r.Price = "in between no task of the service may run"
		r.Fix.Message += ": " + r.Price
	}
	d.Remedies = append(d.Remedies, r)
}
