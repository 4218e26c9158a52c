package story

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
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
		w.line("deployments: %s always %s, one at a time", plural(finish, "service"), map[bool]string{true: "finishes", false: "finish"}[finish == 1])
	}
}

func (w *teller) deployment(d *scenario.Deployment) {
	w.line("deployment of %s: %s: %s", d.Job.Name, d.Verdict, DeploymentSentence(d))
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
		w.line("  help: with %s it always finishes", r.Name)
	}
}

// DeploymentSentence is a verdict on a deployment in words.
func DeploymentSentence(d *scenario.Deployment) string {
	if d.Peak != nil {
		return fmt.Sprintf("%d tasks run at its peak: %s", 2*d.Job.Count, Verdict(d.Peak))
	}
	window := fmt.Sprintf("%d of %d tasks have to stay healthy, %d may exist", d.Window.Lower, d.Job.Count, d.Window.Upper)
	if d.Why != "" {
		window += "; " + d.Why
	}
	return window
}

var rolloutTones = map[place.RolloutVerdict]simulation.Tone{
	place.AlwaysFinishes: simulation.Good, place.CanFinish: simulation.Mixed, place.Stuck: simulation.Bad, place.Undecided: simulation.Open,
}

// deploymentCase is a deployment as a line of a report.
func deploymentCase(d *scenario.Deployment) simulation.Case {
	sentence := DeploymentSentence(d)
	for _, r := range d.Remedies {
		sentence += "; with " + r.Name + " it always finishes"
	}
	return simulation.Case{
		Change:  "deployment of " + d.Job.Name,
		Verdict: simulation.Verdict{Word: string(d.Verdict), Sentence: sentence + ".", Tone: rolloutTones[d.Verdict]},
	}
}
