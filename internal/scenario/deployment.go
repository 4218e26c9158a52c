package scenario

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
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
		d, why := (*Deployment)(nil), "its subnets have no free addresses for new tasks beside its old ones"
		if p.hasAddresses(j, w) {
			d, why = p.deploy(ctx, j, w, place.Budget{Nodes: briefNodes}, progress)
		}
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
