package story

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

// rebalancings tell of services that Availability Zone rebalancing can't bring to even numbers; of the others only how many there are.
func (w *teller) rebalancings(all []*scenario.Rebalancing) {
	room := 0
	for _, r := range all {
		if r.Lacking == "" {
			room++
			continue
		}
		w.line("zone rebalancing of %s: stuck: %s", r.Job.Name, rebalancingSentence(r))
		w.claims(r.Judgement)
	}
	if room > 0 {
		w.line("zone rebalancing: no zone was found in which %s can't get its share", terminal.Count(room, "service"))
	}
}

func rebalancingSentence(r *scenario.Rebalancing) string {
	return fmt.Sprintf("it starts a task before it stops another, and there is no room for %d in %s beside %d in the other zones", r.Share, r.Lacking, r.Others)
}

// rebalancingCase is the rebalancing of a service as a line of a report.
func rebalancingCase(r *scenario.Rebalancing) simulation.Case {
	c := simulation.Case{Change: "zone rebalancing of " + r.Job.Name}
	if r.Lacking != "" {
		c.Verdict = simulation.Verdict{Word: "stuck", Sentence: whole(rebalancingSentence(r)), Tone: simulation.Bad}
		return c
	}
	c.Verdict = simulation.Verdict{Word: "room", Sentence: "No zone of " + strings.Join(r.Zones, ", ") + " was found that can't get its share.", Tone: simulation.Good}
	return c
}

type jsonRebalancing struct {
	Name    string   `json:"name"`
	Zones   []string `json:"zones"`
	Lacking string   `json:"lacking,omitempty"` // a zone that never gets its share
	Share   int64    `json:"share"`             // tasks in each zone
	Claims  []string `json:"proven"`
}

func rebalancingOf(r *scenario.Rebalancing) jsonRebalancing {
	out := jsonRebalancing{Name: r.Job.Name, Zones: r.Zones, Lacking: r.Lacking, Share: r.Share, Claims: []string{}}
	if r.Lacking != "" {
		out.Claims = questionOf(r.Judgement).Claims
	}
	return out
}
