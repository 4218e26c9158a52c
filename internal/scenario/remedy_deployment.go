package scenario

import (
	"context"
	"fmt"

	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
)

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
