package story

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

// deployments tells of those that may not finish; of the others only how many there are.
func (w *teller) deployments(all []*scenario.Deployment) {
	finish := 0
	for _, d := range all {
		if d.Verdict == place.AlwaysFinishes && !w.verbose {
			finish++
			continue
		}
		w.deployment(d)
	}
	if finish > 0 {
		w.line("deployments: %s always %s, one at a time", terminal.Count(finish, "service"), map[bool]string{true: "finishes", false: "finish"}[finish == 1])
	}
}

func (w *teller) deployment(d *scenario.Deployment) {
	w.line("%s: %s: %s", d.Name(), d.Verdict, DeploymentSentence(d))
	if d.Event != "" {
		w.line("  AWS: %s", d.Event)
	}
	most := map[place.RolloutVerdict]int{place.CanFinish: 2, place.Stuck: 1, place.AlwaysFinishes: 1}[d.Verdict]
	seen := map[string]bool{}
	for _, c := range d.Proofs() {
		if claim := c.Claim(); !seen[claim] && (w.verbose || len(seen) < most) {
			seen[claim] = true
			w.line("  proven: %s", claim)
		}
	}
	for _, r := range d.Remedies {
		w.line("  help: %s", finishes(r))
	}
}

func finishes(r scenario.Remedy) string {
	if r.Price != "" {
		return fmt.Sprintf("with %s it always finishes, and %s", r.Name, r.Price)
	}
	return fmt.Sprintf("with %s it always finishes", r.Name)
}

// DeploymentSentence is a verdict on a deployment in words.
func DeploymentSentence(d *scenario.Deployment) string {
	if d.Peak != nil {
		return fmt.Sprintf("%d tasks run at its peak: %s", 2*d.Tasks, Verdict(d.Peak))
	}
	window := fmt.Sprintf("%d of %d tasks have to stay healthy, %d may exist", d.Window.Lower, d.Tasks, d.Window.Upper)
	if d.Why != "" {
		window += "; " + d.Why
	}
	return window
}

var rolloutTones = map[place.RolloutVerdict]simulation.Tone{
	place.AlwaysFinishes: simulation.Good, place.CanFinish: simulation.Mixed, place.Stuck: simulation.Bad, place.Undecided: simulation.Open,
}

// mostDrawn bounds the deployments that a report draws.
const mostDrawn = 5

// drawn are the deployments to draw: those that may not finish first.
func drawn(all []*scenario.Deployment) []*scenario.Deployment {
	all = slices.DeleteFunc(slices.Clone(all), func(d *scenario.Deployment) bool { return d.Peak == nil && len(rollouts(d)) == 0 })
	slices.SortStableFunc(all, func(a, b *scenario.Deployment) int { return cmp.Compare(b.Verdict.Severity(), a.Verdict.Severity()) })
	return all[:min(len(all), mostDrawn)]
}

// rollouts are the proofs that are ways in which a rolling update goes.
func rollouts(d *scenario.Deployment) []*certificate.Certificate {
	return slices.DeleteFunc(slices.Clone(d.Rollouts[d.Shown].Proofs), func(c *certificate.Certificate) bool { return c.Rollout == nil })
}

// deploymentOf shows a deployment: of a rolling update its start, its worst moment and its end; else all tasks of both revisions.
func deploymentOf(d *scenario.Deployment) (*simulation.Cluster, error) {
	if d.Peak != nil {
		return peakOf(d)
	}
	proofs := rollouts(d)
	c, err := simulation.New("", proofs[0].Problem)
	if err != nil {
		return nil, err
	}
	c.Replace(proofs[0].Rollout.Old, proofs[0].Rollout.New)
	slices.Reverse(proofs) // the deadlock is the first to be shown
	for _, proof := range proofs {
		c.ShowRollout(proof)
	}
	for i := range c.Waiting {
		c.Waiting[i].Event = d.Event
	}
	if len(c.Waiting) == 0 && d.Event != "" {
		c.Events = []string{d.Event}
	}
	c.Origins = nil
	return headed(c, d)
}

// peakOf shows the moment at which all tasks run twice.
func peakOf(d *scenario.Deployment) (*simulation.Cluster, error) {
	c, err := clusterOf(d.Peak)
	if err != nil {
		return nil, err
	}
	for i := range c.Moments {
		c.Moments[i].Name = "peak: " + c.Moments[i].Name
	}
	for i := 1; i < len(c.Services); i++ {
		if name := c.Services[i-1].Name; name == d.Job.Name && c.Services[i].Name == name+scenario.NewRevision {
			c.Replace(i-1, i)
		}
	}
	c.Certificates, c.Origins = nil, nil
	return headed(c, d)
}

// headed gives the part of a report that shows a deployment its words and proofs.
func headed(c *simulation.Cluster, d *scenario.Deployment) (*simulation.Cluster, error) {
	is := deploymentCase(d, false)
	c.Name, c.Verdict = is.Change, is.Verdict
	for _, r := range d.Remedies {
		verdict := simulation.Verdict{Word: string(place.AlwaysFinishes), Sentence: whole(r.Price), Tone: simulation.Good}
		c.Remedies = append(c.Remedies, simulation.Case{Change: r.Name, Verdict: verdict})
	}
	return c, prove(c, d.Proofs())
}

// deploymentCase is a deployment as a line of a report.
func deploymentCase(d *scenario.Deployment, remedies bool) simulation.Case {
	sentence := DeploymentSentence(d)
	for _, r := range d.Remedies {
		if remedies {
			sentence += "; " + finishes(r)
		}
	}
	return simulation.Case{
		Change:  d.Name(),
		Verdict: simulation.Verdict{Word: string(d.Verdict), Sentence: whole(sentence), Tone: rolloutTones[d.Verdict]},
	}
}
