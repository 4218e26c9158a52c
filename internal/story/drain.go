package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Drained is what becomes of an instance that drains: the worst of those that were meant.
type Drained struct {
	*scenario.Drain
	Of int // how many instances, alike counted once, came into question
}

func (d *Drained) name() string {
	if d.Of > 1 {
		return fmt.Sprintf("%s drains (the worst of %d)", d.Name, d.Of)
	}
	return d.Name + " drains"
}

func (w *teller) drains(s *Simulation) {
	for _, d := range s.Drains {
		w.line("if %s: %s", d.name(), drainSentence(d))
		for _, r := range d.Services {
			w.line("  %s: %s: %s", r.Job.Name, r.Verdict, replacedSentence(r))
		}
		if t := d.Together; t != nil && t.Verdict != place.Always {
			w.waits(t)
		}
		most := map[place.RolloutVerdict]int{place.AlwaysFinishes: 1, place.CanFinish: 2, place.Stuck: 1}[d.Verdict]
		for i, claim := range d.claims() {
			if w.verbose || i < most {
				w.line("  proven: %s", claim)
			}
		}
		for _, staying := range d.Staying {
			w.line("  %s: ECS doesn't stop tasks of no service", staying)
		}
		for _, a := range d.Assumed {
			w.line("  assumed: %s", a)
		}
	}
}

// claims are what was proven, what explains the verdict first.
func (d *Drained) claims() []string {
	var all []string
	for _, r := range d.Services {
		if r.Verdict != d.Verdict {
			continue
		}
		for _, rollout := range r.Rollouts {
			for _, c := range rollout.Proofs {
				all = append(all, c.Claim())
			}
		}
	}
	for _, c := range d.Proofs() {
		all = append(all, c.Claim())
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(claim string) bool {
		before := seen[claim]
		seen[claim] = true
		return before
	})
}

func drainSentence(d *Drained) string {
	if d.Why != "" {
		return fmt.Sprintf("%s: %s", d.Verdict, d.Why)
	}
	return string(d.Verdict)
}

func replacedSentence(r *scenario.Replaced) string {
	if r.Of == 0 {
		return fmt.Sprintf("%s on it; %s", terminal.Count(r.Tasks, "task"), r.Why)
	}
	return fmt.Sprintf("%d of its %s on it, at least %d healthy, at most %d in all; %s", r.Tasks, terminal.Count(r.Of, "task"), r.Window.Lower, r.Window.Upper, r.Why)
}

// drainCase is draining as a line of a report.
func drainCase(d *Drained) simulation.Case {
	parts := []string{drainSentence(d)}
	for _, r := range d.Services {
		parts = append(parts, r.Job.Name+": "+replacedSentence(r))
	}
	return simulation.Case{
		Change:  d.name(),
		Verdict: simulation.Verdict{Word: string(d.Verdict), Sentence: whole(strings.Join(parts, "; ")), Tone: rolloutTones[d.Verdict]},
	}
}

type jsonDrain struct {
	If          string               `json:"if"`
	Verdict     place.RolloutVerdict `json:"verdict"`
	Why         string               `json:"why,omitempty"`
	Services    []jsonReplaced       `json:"services"`
	Staying     []string             `json:"staying"` // what ECS doesn't stop
	Claims      []string             `json:"proven"`
	Assumptions []string             `json:"assumptions"`
}

type jsonReplaced struct {
	Name    string               `json:"name"`
	Tasks   int64                `json:"tasks"` // on the instance
	Verdict place.RolloutVerdict `json:"verdict"`
	Why     string               `json:"why"`
	Lower   int64                `json:"haveToStayHealthy"`
	Upper   int64                `json:"mayExist"`
}

func drainOf(d *Drained) jsonDrain {
	out := jsonDrain{
		If: d.name(), Verdict: d.Verdict, Why: d.Why, Services: []jsonReplaced{}, Staying: append([]string{}, d.Staying...),
		Claims: append([]string{}, d.claims()...), Assumptions: append([]string{}, d.Assumed...),
	}
	for _, r := range d.Services {
		out.Services = append(out.Services, jsonReplaced{r.Job.Name, r.Tasks, r.Verdict, r.Why, r.Window.Lower, r.Window.Upper})
	}
	return out
}
