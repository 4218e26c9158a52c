package story

import "github.com/ecslint/ecslint/internal/certificate"

// Proofs are the certificates of all that was decided, in the order in which it is told.
func (s *Simulation) Proofs() []*certificate.Certificate {
	var all []*certificate.Certificate
	for _, j := range s.Judgements {
		all = append(all, j.Proofs()...)
	}
	for _, is := range s.Scalings {
		all = append(all, is.Proofs()...)
	}
	for _, d := range s.Deployments {
		all = append(all, d.Proofs()...)
	}
	for _, r := range s.Rebalancings {
		if r.Lacking != "" {
			all = append(all, r.Judgement.Proofs()...)
		}
	}
	for _, c := range s.WhatIf {
		for _, j := range c.Judgements {
			all = append(all, j.Proofs()...)
		}
	}
	for _, d := range s.Drains {
		all = append(all, d.Proofs()...)
	}
	if s.Smallest != nil && s.Smallest.Judgement != nil {
		all = append(append(all, s.Smallest.Judgement.Proofs()...), s.Smallest.Less...)
	}
	return all
}
