package story

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/value"
)

type jsonStory struct {
	Version     int               `json:"version"` // of this shape
	Verdict     place.Verdict     `json:"verdict"`
	Fleet       string            `json:"fleet"` // its file; "" without one
	Jobs        []jsonJob         `json:"jobs"`
	Questions   []jsonQuestion    `json:"questions"`
	Scalings    []jsonScaling     `json:"managedScaling,omitempty"`
	Deployments []jsonDeployment  `json:"deployments,omitempty"`
	Rebalancing []jsonRebalancing `json:"zoneRebalancing,omitempty"`
	WhatIf      []jsonCase        `json:"whatIf,omitempty"`
	Drains      []jsonDrain       `json:"drains,omitempty"`
	Smallest    *jsonSmallest     `json:"smallest,omitempty"`
	Needs       []string          `json:"needs"`
	Enough      *jsonEnough       `json:"enough,omitempty"` // without a fleet
	Left        []jsonLeft        `json:"left"`
	Assumptions []string          `json:"assumptions"`
}

type jsonDeployment struct {
	Name     string               `json:"name"`
	Change   string               `json:"change,omitempty"` // "from web:41 to web:42", where two revisions are in sight
	Verdict  place.RolloutVerdict `json:"verdict"`
	Why      string               `json:"why"`
	Event    string               `json:"event,omitempty"`
	Claims   []string             `json:"proven"`
	Remedies []string             `json:"remedies"` // with each it always finishes
}

type jsonCase struct {
	If          string         `json:"if"`
	Questions   []jsonQuestion `json:"questions"`
	Assumptions []string       `json:"assumptions"` // beside those of all
}

type jsonSmallest struct {
	Instances map[string]int64 `json:"instances"` // by instance type
	Verdict   place.Verdict    `json:"verdict"`
	Less      []string         `json:"oneLess"`            // why one instance less has no room
	Always    map[string]int64 `json:"alwaysOn,omitempty"` // on which every run places all
	Why       string           `json:"notFound,omitempty"`
}

type jsonEnough struct {
	InstanceType string        `json:"instanceType"`
	Count        int64         `json:"count"`
	Below        place.Verdict `json:"below"` // with one instance less
}

type jsonJob struct {
	Name     string             `json:"name"`
	Group    string             `json:"group"`
	Count    int64              `json:"count"`
	Daemon   bool               `json:"daemon"`
	Fargate  bool               `json:"fargate"`
	Wants    string             `json:"wants"`
	From     certificate.Source `json:"from"`
	Line     int                `json:"line"`
	Smallest []string           `json:"smallestInstanceTypes,omitempty"`
}

type jsonQuestion struct {
	Name      string           `json:"name"`
	Verdict   place.Verdict    `json:"verdict"`
	Reason    place.Reason     `json:"reason,omitempty"`
	Why       string           `json:"why,omitempty"`
	Scenarios []jsonScenario   `json:"scenarios"`
	Waiting   []jsonWaiting    `json:"waiting"`
	Always    map[string]int64 `json:"alwaysFromMemory,omitempty"` // MiB registered, by the name of the instances
	Claims    []string         `json:"proven"`
	Remedies  []string         `json:"remedies,omitempty"` // each makes it always
}

type jsonScenario struct {
	Label   string        `json:"label"`
	Verdict place.Verdict `json:"verdict"`
	Reason  place.Reason  `json:"reason,omitempty"`
}

type jsonWaiting struct {
	Name     string   `json:"name"`
	Count    int64    `json:"count"`
	Because  string   `json:"because"`
	Event    string   `json:"event"`
	File     string   `json:"file"`
	At       string   `json:"at"`
	Blockers []string `json:"inTheWay"`
}

type jsonLeft struct {
	Name string `json:"name"`
	File string `json:"file"`
	At   string `json:"at"`
	Why  string `json:"why"`
}

// WriteJSON tells other programs what came of a simulation.
func WriteJSON(w io.Writer, s *Simulation) error {
	out := jsonStory{
		Version: 1, Verdict: s.Worst(), Jobs: []jsonJob{}, Questions: []jsonQuestion{}, Needs: append([]string{}, s.Plan.Needs...),
		Left: []jsonLeft{}, Assumptions: append([]string{}, Assumptions(s)...),
	}
	if s.Plan.Fleet != nil {
		out.Fleet = s.Plan.Fleet.Object.File.Name
	}
	for _, j := range s.Plan.Jobs {
		out.Jobs = append(out.Jobs, jobOf(j, s.Fits))
	}
	for _, j := range s.Judgements {
		q := questionOf(j)
		for _, r := range s.Remedies[j] {
			q.Remedies = append(q.Remedies, r.Name)
		}
		out.Questions = append(out.Questions, q)
	}
	for _, is := range s.Scalings {
		out.Scalings = append(out.Scalings, scalingOf(is))
	}
	for _, d := range s.Deployments {
		out.Deployments = append(out.Deployments, toldOf(d))
	}
	for _, r := range s.Rebalancings {
		out.Rebalancing = append(out.Rebalancing, rebalancingOf(r))
	}
	for _, c := range s.WhatIf {
		out.WhatIf = append(out.WhatIf, caseOf(c, s))
	}
	for _, d := range s.Drains {
		out.Drains = append(out.Drains, drainOf(d))
	}
	if s.Smallest != nil {
		out.Smallest = smallestOf(s.Smallest)
	}
	if e := s.Enough; e != nil {
		out.Enough = &jsonEnough{e.InstanceType, e.Count, e.Below}
	}
	for _, l := range s.Plan.Left {
		out.Left = append(out.Left, jsonLeft{masked(l.Object.File, l.Name), l.Object.File.Name, placeOf(l.Object.File, l.At), l.Why})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func jobOf(j *scenario.Job, fits []scenario.Fit) jsonJob {
	out := jsonJob{
		Name: masked(j.Object.File, j.Name), Group: masked(j.Object.File, j.Group), Count: j.Count, Daemon: j.Daemon, Fargate: j.Fargate, Wants: j.Wants(),
		From: certificate.Source{File: j.Object.File.Name, At: placeOf(j.Object.File, j.CountAt)}, Line: lineOf(j.CountAt),
	}
	for _, f := range fits {
		if f.Job == j {
			out.Smallest = f.Smallest
		}
	}
	return out
}

func toldOf(d *scenario.Deployment) jsonDeployment {
	out := jsonDeployment{d.Job.Name, d.Change, d.Verdict, DeploymentSentence(d), d.Event, []string{}, []string{}}
	for _, c := range d.Proofs() {
		if claim := c.Claim(); !slices.Contains(out.Claims, claim) {
			out.Claims = append(out.Claims, claim)
		}
	}
	for _, r := range d.Remedies {
		out.Remedies = append(out.Remedies, r.Words())
	}
	return out
}

func caseOf(c *Case, s *Simulation) jsonCase {
	out := jsonCase{If: c.Name, Questions: []jsonQuestion{}, Assumptions: append([]string{}, c.Assumptions(s)...)}
	for _, j := range c.Judgements {
		out.Questions = append(out.Questions, questionOf(j))
	}
	return out
}

func questionOf(j *scenario.Judgement) jsonQuestion {
	q := jsonQuestion{
		Name: j.Question.Name, Verdict: j.Verdict, Reason: j.Reason, Why: j.Why, Scenarios: []jsonScenario{}, Waiting: []jsonWaiting{},
	}
	for i, r := range j.Results {
		q.Scenarios = append(q.Scenarios, jsonScenario{j.Question.Scenarios[i].Label, r.Verdict, r.Reason})
	}
	if j.Threshold != nil {
		q.Always = j.Threshold.Registered
	}
	if j.Verdict == place.Never || j.Verdict == place.Depends {
		shown, result := j.Shows()
		for _, w := range shown.Waits(result) {
			object, at := w.Blame()
			q.Waiting = append(q.Waiting, jsonWaiting{
				w.Job.Name, w.Count, w.Because, w.Event, object.File.Name, placeOf(object.File, at), append([]string{}, w.Blockers...),
			})
		}
	}
	q.Claims = claimsOf(j, j.Proofs())
	return q
}

// placeOf is a place in the notation of findings, without secrets.
func placeOf(f *source.File, at value.Located) string {
	_, place := diag.MaskNames(f, "", at.Where().At())
	return place
}

func smallestOf(s *scenario.Smallest) *jsonSmallest {
	out := &jsonSmallest{Instances: countsOf(s.Fleet), Less: []string{}, Always: countsOf(s.Always), Why: s.Why}
	if s.Judgement != nil {
		out.Verdict = s.Judgement.Verdict
	}
	for _, c := range s.Less {
		out.Less = append(out.Less, c.Claim())
	}
	return out
}

func countsOf(c scenario.Composition) map[string]int64 {
	counts := map[string]int64{}
	for i, n := range c.Counts {
		if n > 0 {
			counts[c.Types[i]] = n
		}
	}
	return counts
}
