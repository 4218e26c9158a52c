package story

import "github.com/ecslint/ecslint/internal/certificate"

// Proof is a certificate, and what it is about.
type Proof struct {
	About       string // "container instances"; "" where its claim tells
	Certificate *certificate.Certificate
}

// Claim is what is proven, and of what.
func (p Proof) Claim() string {
	claim := claimWhere(p.Certificate)
	if p.About == "" {
		return claim
	}
	return p.About + ": " + claim
}

// Proofs are the certificates of all that was found, in the order in which it is told.
func (s *Simulation) Proofs() []Proof {
	var all []Proof
	add := func(about string, certificates []*certificate.Certificate) {
		for _, c := range certificates {
			all = append(all, Proof{about, c})
		}
	}
	for _, j := range s.Judgements {
		add(j.Question.Name, j.Proofs())
	}
	for _, is := range s.Scalings {
		add("managed scaling of "+is.Provider.Name, is.Proofs())
	}
	for _, d := range s.Deployments {
		add("", d.Proofs())
	}
	for _, r := range s.Rebalancings {
		if r.Lacking != "" {
			add("zone rebalancing of "+r.Job.Name, r.Judgement.Proofs())
		}
	}
	for _, c := range s.WhatIf {
		for _, j := range c.Judgements {
			add("if "+c.Name+": "+j.Question.Name, j.Proofs())
		}
	}
	for _, d := range s.Drains {
		add("if "+d.name(), d.Proofs())
	}
	if s.Smallest != nil && s.Smallest.Judgement != nil {
		add("smallest fleet", s.Smallest.Judgement.Proofs())
		add("with one instance less", s.Smallest.Less)
	}
	return all
}
