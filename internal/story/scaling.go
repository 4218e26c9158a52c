package story

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/terminal"
)

// scalings tell what managed scaling comes to.
func (w *teller) scalings(all []*scenario.Scaling) {
	for _, s := range all {
		w.line("managed scaling of %s: %s: %s", s.Provider.Name, s.Verdict, scalingSentence(s))
		if s.Judgement != nil && s.Verdict != place.Always {
			w.waits(s.Judgement)
		}
		if s.Judgement != nil {
			w.claims(s.Judgement)
		}
		for _, e := range s.Excluded {
			w.line("  %s never scales it out: %s", e.Job.Name, excludedWords(e))
		}
		w.line("  AWS: %s", reservationWords(s))
		if s.Need > 0 {
			w.line("  %s", needWords(s))
		}
	}
}

// scalingSentence is the verdict on the maximum of the provider.
func scalingSentence(s *scenario.Scaling) string {
	where := ""
	if len(s.Provider.Zones) > 1 && s.Verdict == place.Always {
		where = ", however they are divided among " + strings.Join(s.Provider.Zones, ", ")
	}
	on := fmt.Sprintf("its maximum of %d, with the least that its instance types have%s", s.Provider.Maximum, where)
	words := map[place.Verdict]string{
		place.Always: "every run places all tasks on ", place.Depends: "some runs place all tasks, some don't, on ", place.Never: "not all tasks are placed on ",
	}[s.Verdict]
	if words == "" {
		words = "nothing was decided about "
	}
	if s.Why != "" {
		on += ", " + s.Why
	}
	return words + on
}

// reservationWords are AWS's own figures.
func reservationWords(s *scenario.Scaling) string {
	running, target := s.Provider.Desired, s.Provider.Target
	words := fmt.Sprintf("%s by its estimate, CapacityProviderReservation = %d / %d x 100 = %d", needed(s.Estimate), s.Estimate, running, s.Reservation)
	switch {
	case s.Halted:
		words = fmt.Sprintf("all that waits is left out of its estimate, CapacityProviderReservation stays at %d", s.Reservation)
	case running == 0:
		words = fmt.Sprintf("CapacityProviderReservation = %d without instances", s.Reservation)
	}
	does := "stays as it is"
	switch {
	case s.Reservation > target && running >= s.Provider.Maximum:
		does = "would scale out, but is at its maximum"
	case s.Reservation > target:
		does = "scales out"
	case s.Reservation < target:
		does = "scales in"
	}
	return fmt.Sprintf("%s, and the target is %d: it %s", words, target, does)
}

func needed(n int64) string {
	if n == 1 {
		return "1 instance is needed"
	}
	return terminal.Count(n, "instance") + " are needed"
}

func needWords(s *scenario.Scaling) string {
	words := terminal.Count(s.Need, "instance") + " are enough, divided evenly"
	if s.Need == 1 {
		words = "1 instance is enough"
	}
	if s.Below != "" {
		words += fmt.Sprintf("; with one less: %s", s.Below)
	}
	return words
}

func excludedWords(e scenario.Excluded) string {
	return fmt.Sprintf("a task takes %s, and the smallest of its instance types has %d", certificate.Amount(e.Resource, e.Need), e.Have)
}

// scalingCase is managed scaling as a line of a report.
func scalingCase(s *scenario.Scaling) simulation.Case {
	parts := []string{scalingSentence(s)}
	for _, e := range s.Excluded {
		parts = append(parts, e.Job.Name+" never scales it out: "+excludedWords(e))
	}
	parts = append(parts, reservationWords(s))
	if s.Need > 0 {
		parts = append(parts, needWords(s))
	}
	return simulation.Case{
		Change:  "managed scaling of " + s.Provider.Name,
		Verdict: simulation.Verdict{Word: string(s.Verdict), Sentence: whole(strings.Join(parts, "; ")), Tone: tones[s.Verdict]},
	}
}

type jsonScaling struct {
	Provider    string         `json:"capacityProvider"`
	Verdict     place.Verdict  `json:"verdict"` // on its maximum, with the least that its instance types have, in the worst way to divide it among zones
	Why         string         `json:"why,omitempty"`
	Maximum     int64          `json:"maximum"`
	Needed      int64          `json:"needed,omitempty"`      // the fewest instances that are enough
	Below       place.Verdict  `json:"withOneLess,omitempty"` // of needed
	Running     int64          `json:"running"`               // N
	Estimate    int64          `json:"estimate"`              // M
	Reservation int64          `json:"reservation"`           // M/N x 100
	Target      int64          `json:"targetCapacity"`
	Excluded    []jsonExcluded `json:"neverScalesOut"`
}

type jsonExcluded struct {
	Name     string `json:"name"`
	Resource string `json:"resource"`
	Need     int64  `json:"need"`
	Have     int64  `json:"have"`
}

func scalingOf(s *scenario.Scaling) jsonScaling {
	out := jsonScaling{
		Provider: s.Provider.Name, Verdict: s.Verdict, Why: s.Why, Maximum: s.Provider.Maximum, Needed: s.Need, Below: s.Below,
		Running: s.Provider.Desired, Estimate: s.Estimate, Reservation: s.Reservation, Target: s.Provider.Target, Excluded: []jsonExcluded{},
	}
	for _, e := range s.Excluded {
		out.Excluded = append(out.Excluded, jsonExcluded{e.Job.Name, e.Resource, e.Need, e.Have})
	}
	return out
}
