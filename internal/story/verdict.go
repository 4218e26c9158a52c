package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
)

func (w *teller) judgement(j *scenario.Judgement, supposed string) {
	w.line("%s%s: %s", supposed, j.Question.Name, Verdict(j))
	for _, line := range thresholds(j) {
		w.line("  %s", line)
	}
	w.waits(j)
	w.claims(j)
	if _, result := j.Shows(); result.BetterVerdict == place.Depends {
		w.line("  with the strategy %s all can be placed", scenario.StrategyWords(result.Better))
	}
	if w.verbose {
		for i, r := range j.Results {
			if label := j.Question.Scenarios[i].Label; label != "" {
				w.line("  %s: %s", label, reasoned(r.Verdict, r.Reason))
			}
		}
	}
}

func reasoned(v place.Verdict, r place.Reason) string {
	if r != "" {
		return fmt.Sprintf("%s (%s)", v, r)
	}
	return string(v)
}

// Verdict is a verdict in words.
func Verdict(j *scenario.Judgement) string {
	words := ""
	switch {
	case j.Verdict == place.Always:
		return "always: every run places all tasks"
	case j.Threshold != nil:
		return "depends on the memory that the instances register"
	case j.Verdict == place.Depends:
		words = "depends: some runs place all tasks, some don't"
	case j.Reason == place.Impossible:
		words = "never: there is no room for all tasks, however they are placed"
	case j.Verdict == place.Never:
		words = "never: there is room, but no run of ECS finds it"
	case j.Why != "":
		words = "unproven"
	default:
		words = "unproven: nothing was found for or against it"
	}
	if j.Why != "" {
		words += " (" + j.Why + ")"
	}
	return words
}

// thresholds say from how much memory on all is well.
func thresholds(j *scenario.Judgement) []string {
	if j.Threshold == nil {
		return nil
	}
	less := fmt.Sprintf("; with 1 MiB less: %s", j.Threshold.Below.Verdict)
	if j.Threshold.Below.Reason == place.Impossible { // less memory has no more room
		less = ", else never"
	}
	return []string{fmt.Sprintf("always from %s registered%s", scenario.Registered(j.Threshold.Registered), less)}
}

// waits tells which tasks wait, and why.
func (w *teller) waits(j *scenario.Judgement) {
	if j.Verdict == place.Never || j.Verdict == place.Depends {
		shown, result := j.Shows()
		for _, waiting := range shown.Waits(result) {
			w.waiting(waiting)
		}
	}
}

func (w *teller) waiting(x scenario.Waiting) {
	object, at := x.Blame()
	w.line("  %s: %s (%s)", x.Wait(), x.Words(), placeIn(object.File, at))
	if x.Event != "" {
		w.line("    AWS: %s", x.Event)
	}
	if len(x.Blockers) > 0 {
		w.line("    in the way: %s", listed(x.Blockers))
	}
}

func listed(names []string) string {
	const few = 4
	if len(names) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
	}
	return strings.Join(names, ", ")
}

// claims says what was proven.
func (w *teller) claims(j *scenario.Judgement) {
	most := map[place.Verdict]int{place.Always: 1, place.Never: 1, place.Depends: 2}[j.Verdict]
	proofs := j.Proofs()
	if t := j.Threshold; t != nil && !w.verbose {
		proofs = slices.Concat(firstOf(t.At.Proofs), firstOf(t.Below.Proofs))
	}
	for i, claim := range claimsOf(j, proofs) {
		if w.verbose || i < most {
			w.line("  proven: %s", claim)
		}
	}
}

func firstOf[T any](all []T) []T { return all[:min(len(all), 1)] }

// claimsOf are what proofs about a judgement claim, each once; with the scenario where the verdict isn't the same in all.
func claimsOf(j *scenario.Judgement, proofs []*certificate.Certificate) []string {
	say := (*certificate.Certificate).Claim
	if slices.ContainsFunc(j.Results, func(r *place.Result) bool { return r.Verdict != j.Results[0].Verdict }) {
		say = claimWhere
	}
	all := []string{}
	for _, c := range proofs {
		if claim := say(c); !slices.Contains(all, claim) {
			all = append(all, claim)
		}
	}
	return all
}

// claimWhere is what a proof claims, and of which scenario.
func claimWhere(c *certificate.Certificate) string {
	claim := c.Claim()
	if i := slices.IndexFunc(c.Problem.Assumptions, func(a string) bool { return strings.HasPrefix(a, scenario.InScenario) }); i >= 0 {
		claim += ", where " + strings.TrimSuffix(strings.TrimPrefix(c.Problem.Assumptions[i], scenario.InScenario), ".")
	}
	return claim
}
