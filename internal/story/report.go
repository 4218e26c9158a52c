package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/report/simulation"
	"github.com/ecslint/ecslint/internal/scenario"
)

// Report is the simulation as something to look at. The error says which problem isn't sound.
func (s *Simulation) Report(program string) (*simulation.Report, error) {
	r := &simulation.Report{Program: program}
	if s.Plan.Fleet != nil && s.Plan.Fleet.Cluster != "" {
		r.Title = masked(s.Plan.Fleet.Object.File, s.Plan.Fleet.Cluster)
	}
	shown := drawn(s.Deployments)
	for _, j := range s.Judgements {
		c, err := clusterOf(j)
		if err != nil {
			return nil, err
		}
		if j.Question.OnInstances() {
			s.onInstances(c, shown)
		}
		for _, remedy := range s.Remedies[j] {
			c.Remedies = append(c.Remedies, simulation.Case{Change: remedy.Name, Verdict: verdictOf(remedy.Judgement)})
		}
		for _, is := range s.WhatIf {
			if k := slices.IndexFunc(is.Judgements, func(o *scenario.Judgement) bool { return o.Question.Name == j.Question.Name }); k >= 0 {
				c.Assumptions = append(slices.Clip(c.Assumptions), prefixed("If "+is.Name+": ", is.Assumptions(s))...)
				c.WhatIf = append(c.WhatIf, simulation.Case{Change: is.Name, Verdict: verdictOf(is.Judgements[k])})
			}
		}
		r.Clusters = append(r.Clusters, c)
	}
	for _, d := range shown {
		c, err := deploymentOf(d)
		if err != nil {
			return nil, err
		}
		c.Assumptions = slices.DeleteFunc(slices.Clone(c.Assumptions), func(a string) bool { return slices.Contains(Assumptions(s), a) })
		r.Clusters = append(r.Clusters, c)
	}
	for i, c := range r.Clusters {
		for n := range c.Certificates {
			c.Certificates[n].Name = fmt.Sprintf("proof-%d-%d.json", i+1, n+1)
		}
	}
	return r, nil
}

// onInstances adds what is told of container instances alone. Deployments that are shown by themselves need no remedies here.
func (s *Simulation) onInstances(c *simulation.Cluster, shown []*scenario.Deployment) {
	for _, is := range s.Scalings {
		c.WhatIf = append(c.WhatIf, scalingCase(is))
	}
	for _, d := range s.Deployments {
		c.Deployments = append(c.Deployments, deploymentCase(d, !slices.Contains(shown, d)))
	}
	for _, r := range s.Rebalancings {
		c.WhatIf = append(c.WhatIf, rebalancingCase(r))
	}
	for _, d := range s.Drains {
		c.WhatIf = append(c.WhatIf, drainCase(d))
		c.Assumptions = append(slices.Clip(c.Assumptions), prefixed("If "+d.name()+": ", d.Assumed)...)
	}
}

func clusterOf(j *scenario.Judgement) (*simulation.Cluster, error) {
	shown, result := j.Shows()
	c, err := simulation.New(j.Question.Name, shown.Problem)
	if err != nil {
		return nil, err
	}
	c.Verdict = verdictOf(j)
	if strings.Contains(j.Question.Name, "subnet") {
		c.Places = simulation.Noun{One: "subnet", Many: "subnets"}
	} else if strings.Contains(j.Question.Name, "Fargate") {
		c.Places = simulation.Noun{One: "quota", Many: "quotas"}
	}
	runs := slices.ContainsFunc(shown.Problem.Classes, func(c certificate.Class) bool { return len(c.Running) > 0 })
	switch {
	case len(shown.Problem.Types) == 0:
		c.Show("start", "All tasks run already. They are in no bar: the bars are what they leave.", nil)
		return c, prove(c, j.Proofs())
	case runs:
		c.Show("start", "What runs already is in no bar: the bars are what it leaves.", nil)
	}
	events := map[int]string{}
	for _, w := range shown.Waits(result) {
		events[w.Type] = w.Event
	}
	for _, proof := range result.Proofs {
		if proof.Problem == shown.Problem {
			show(c, j.Verdict, proof)
		}
	}
	if j.Verdict != place.Always && c.Waiting == nil {
		filled, waiting := shown.Filled()
		c.Show("no room for more", "The tasks of one service after the other, as far as there is room.", filled)
		c.Wait(filled, waiting)
	}
	for i, w := range c.Waiting {
		c.Waiting[i].Event = events[w.Service]
	}
	return c, prove(c, j.Proofs())
}

// prove adds certificates, those of the same claim told apart by what they assume.
func prove(c *simulation.Cluster, proofs []*certificate.Certificate) error {
	for _, proof := range proofs {
		if err := c.Prove("", claimWhere(proof), proof); err != nil {
			return err
		}
	}
	return nil
}

// show adds what a proof shows of instances. Of two runs the one that ends with tasks waiting is the worst moment.
func show(c *simulation.Cluster, v place.Verdict, proof *certificate.Certificate) {
	switch {
	case proof.Kind == certificate.KindAssignment:
		c.ShowCertificate("room for all", "A placement of all tasks, which no run of ECS has to find.", proof)
	case proof.Kind != certificate.KindRun:
	case slices.ContainsFunc(proof.Run.Waiting, func(n int64) bool { return n > 0 }):
		c.ShowCertificate("worst end", "A run of ECS that ends with tasks waiting.", proof)
	case v == place.Always:
		c.ShowCertificate("end", "One of the runs: all place all tasks.", proof)
	default:
		c.ShowCertificate("end", "A run of ECS that places all tasks.", proof)
	}
}

var tones = map[place.Verdict]simulation.Tone{
	place.Always: simulation.Good, place.Depends: simulation.Mixed, place.Never: simulation.Bad, place.Unproven: simulation.Open,
}

func verdictOf(j *scenario.Judgement) simulation.Verdict {
	_, sentence, found := strings.Cut(Verdict(j), ": ")
	if !found {
		sentence = Verdict(j)
	}
	var waits []string
	if j.Verdict == place.Never || j.Verdict == place.Depends {
		shown, result := j.Shows()
		for _, w := range shown.Waits(result) {
			waits = append(waits, w.Wait()+": "+w.Words())
		}
	}
	if len(waits) > 0 {
		sentence += "; " + strings.Join(waits, "; ")
	}
	return simulation.Verdict{Word: string(j.Verdict), Sentence: whole(sentence), Tone: tones[j.Verdict]}
}

// whole makes a sentence of a part of one.
func whole(part string) string {
	if part == "" {
		return ""
	}
	return strings.ToUpper(part[:1]) + part[1:] + "."
}

func prefixed(prefix string, sentences []string) []string {
	all := slices.Clone(sentences)
	for i := range all {
		all[i] = prefix + all[i]
	}
	return all
}
