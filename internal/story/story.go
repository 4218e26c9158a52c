// Package story tells what came of a simulation, for people and for other programs.
package story

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/value"
)

// Simulation is what came of a simulation.
type Simulation struct {
	Plan       *scenario.Plan
	Judgements []*scenario.Judgement // of each question of the plan
	WhatIf     []*Case
	Drains     []*Drained

	// Deployments are those of services on container instances, where their tasks can be placed.
	Deployments []*scenario.Deployment

	Scalings     []*scenario.Scaling     // of capacity providers with managed scaling
	Rebalancings []*scenario.Rebalancing // of services with Availability Zone rebalancing, where their tasks can be placed

	Remedies map[*scenario.Judgement][]scenario.Remedy
	Smallest *scenario.Smallest // nil where that wasn't asked
	Fits     []scenario.Fit     // without a fleet: on what the tasks fit
	Enough   *scenario.Enough   // without a fleet: how many instances of one type are enough; nil where that isn't known
}

// Case is what comes of the questions if something is otherwise.
type Case struct {
	Name       string // "us-east-1a is lost"
	Judgements []*scenario.Judgement
}

// Worst is the verdict that counts, of what is and of all cases: Always where there is no question.
func (s *Simulation) Worst() place.Verdict {
	worst := place.Always
	all := slices.Clone(s.Judgements)
	for _, c := range s.WhatIf {
		all = append(all, c.Judgements...)
	}
	for _, scaling := range s.Scalings {
		if j := scaling.Judgement; j != nil {
			all = append(all, j)
		}
	}
	for _, j := range all {
		if j.Verdict != place.Always && worst != place.Never {
			worst = j.Verdict
		}
	}
	return worst
}

// Well tells whether all is always placed, all deployments and drains always finish, and rebalancing isn't stuck.
func (s *Simulation) Well() bool {
	return s.Worst() == place.Always &&
		!slices.ContainsFunc(s.Drains, func(d *Drained) bool { return d.Verdict != place.AlwaysFinishes }) &&
		!slices.ContainsFunc(s.Rebalancings, func(r *scenario.Rebalancing) bool { return r.Lacking != "" }) &&
		!slices.ContainsFunc(s.Deployments, func(d *scenario.Deployment) bool { return d.Verdict != place.AlwaysFinishes })
}

// Write tells people what came of a simulation; all of it where verbose.
func Write(to io.Writer, s *Simulation, verbose bool) error {
	w := &teller{Writer: bufio.NewWriter(to), verbose: verbose}
	w.fleet(s)
	w.jobs(s)
	for _, j := range s.Judgements {
		w.judgement(j, "")
		w.remedies(s.Remedies[j])
	}
	w.scalings(s.Scalings)
	w.deployments(s.Deployments)
	w.rebalancings(s.Rebalancings)
	w.cases(s)
	w.drains(s)
	w.smallest(s.Smallest, Assumptions(s))
	w.fits(s.Fits)
	if e := s.Enough; e != nil {
		w.line("%d x %s are enough: every run places all tasks; with one less: %s", e.Count, e.InstanceType, e.Below)
	}
	w.needs(s)
	w.left(s)
	w.assumptions(s)
	return w.Flush()
}

type teller struct {
	*bufio.Writer
	verbose bool
}

func (w *teller) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *teller) fleet(s *Simulation) {
	f := s.Plan.Fleet
	if f == nil {
		return
	}
	var parts []string
	for _, g := range f.Groups {
		parts = append(parts, fmt.Sprintf("%d x %s", g.Count, g.Name))
	}
	if f.OnDemandVCPUs != nil {
		parts = append(parts, fmt.Sprintf("%d vCPU on Fargate On-Demand", f.OnDemandVCPUs.VCPUs))
	}
	if f.SpotVCPUs != nil {
		parts = append(parts, fmt.Sprintf("%d vCPU on Fargate Spot", f.SpotVCPUs.VCPUs))
	}
	if n := len(f.Subnets); n > 0 {
		parts = append(parts, plural(n, "subnet"))
	}
	if len(parts) == 0 {
		parts = []string{"no instances"}
	}
	name := ""
	if f.Cluster != "" {
		name = " of cluster " + f.Cluster
	}
	const few = 6
	if len(parts) > few && !w.verbose {
		parts = append(parts[:few], fmt.Sprintf("%d more", len(parts)-few))
	}
	w.line("Fleet%s (%s): %s", name, f.Object.File.Name, strings.Join(parts, ", "))
}

func (w *teller) jobs(s *Simulation) {
	const few = 5
	for i, j := range s.Plan.Jobs {
		if i == few && !w.verbose && len(s.Plan.Jobs) > few+1 {
			w.line("  and %d more", len(s.Plan.Jobs)-few)
			return
		}
		w.line("  %s: %s (%s)", j.Name, j.Wants(), placeIn(j.Object.File, j.CountAt))
	}
}

// placeIn is file:line of a place.
func placeIn(f *source.File, at value.Located) string {
	r := usedAt(at)
	if r.IsZero() {
		return f.Name
	}
	return fmt.Sprintf("%s:%d", r.File.Name, lineOf(at))
}

// usedAt is where a value is used, if that is another place than where it is defined.
func usedAt(at value.Located) source.Range {
	if use := at.Where().Use(); !use.IsZero() {
		return use
	}
	return at.Where().Range()
}

// lineOf is 1-based; 1 where a place has no text.
func lineOf(at value.Located) int {
	r := usedAt(at)
	if r.IsZero() {
		return 1
	}
	return r.File.Position(r.Start, source.CodePoints).Line
}

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

func (w *teller) fits(fits []scenario.Fit) {
	for _, f := range fits {
		switch {
		case f.Types == 0:
			w.line("%s: a task fits on no instance type", f.Job.Name)
		default:
			w.line("%s: a task fits on %d of %d instance types, of the smallest: %s", f.Job.Name, f.Types, f.Of, strings.Join(f.Smallest, ", "))
		}
	}
}

func (w *teller) needs(s *Simulation) {
	if len(s.Plan.Needs) > 0 {
		w.line("Fargate: schedules if %s", strings.Join(s.Plan.Needs, " and "))
	}
}

func (w *teller) left(s *Simulation) {
	if n := len(s.Plan.Left); n > 0 && !w.verbose {
		const few = 3
		for _, l := range s.Plan.Left[:min(n, few)] {
			w.line("not simulated: %s (%s): %s", masked(l.Object.File, l.Name), placeIn(l.Object.File, l.At), l.Why)
		}
		if n > few {
			w.line("not simulated: %d more (-v lists them)", n-few)
		}
		return
	}
	for _, l := range s.Plan.Left {
		w.line("not simulated: %s (%s): %s", masked(l.Object.File, l.Name), placeIn(l.Object.File, l.At), l.Why)
	}
}

func masked(f *source.File, name string) string {
	name, _ = diag.MaskNames(f, name, "")
	return name
}

func (w *teller) assumptions(s *Simulation) {
	all := Assumptions(s)
	if !w.verbose {
		if n := len(all); n > 0 {
			w.line("%s (-v lists them)", plural(n, "assumption"))
		}
		return
	}
	for _, a := range all {
		w.line("assumed: %s", a)
	}
}

// Assumptions are what all verdicts on what is take for granted, each once.
func Assumptions(s *Simulation) []string {
	all := assumptionsOf(s.Judgements)
	if len(s.Deployments) > 0 {
		all = append(all, scenario.SameRevision)
	}
	return all
}

func assumptionsOf(judgements []*scenario.Judgement) []string {
	var all []string
	for _, j := range judgements {
		shown, _ := j.Shows()
		for _, a := range shown.Problem.Assumptions {
			if !slices.Contains(all, a) && !strings.HasPrefix(a, scenario.InScenario) {
				all = append(all, a)
			}
		}
	}
	return all
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
