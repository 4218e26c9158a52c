package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/story"
)

func (f *simulateFlags) write(stdio IO, s *story.Simulation) error {
	if f.certificate != "" {
		if err := writeProofs(stdio, f.certificate, proofsOf(s)); err != nil {
			return err
		}
	}
	if f.html != "" {
		if err := writePage(stdio, f.html, s); err != nil {
			return err
		}
	}
	if f.format == "json" {
		return story.WriteJSON(stdio.Out, s)
	}
	if err := story.Write(stdio.Out, s, f.verbose); err != nil {
		return err
	}
	return drawInstances(stdio, s)
}

// proof is a certificate, and what it is about.
type proof struct {
	about       string // "" where its claim tells
	certificate *certificate.Certificate
}

// claim is what is proven, and of what.
func (p proof) claim() string {
	claim := story.ClaimWhere(p.certificate)
	if p.about == "" {
		return claim
	}
	return p.about + ": " + claim
}

func proofsOf(s *story.Simulation) []proof {
	var all []proof
	add := func(about string, certificates []*certificate.Certificate) {
		for _, c := range certificates {
			all = append(all, proof{about, c})
		}
	}
	for _, j := range s.Judgements {
		add(j.Question.Name, j.Proofs())
	}
	for _, is := range s.Scalings {
		add("managed scaling of "+is.Provider.Name, is.Proofs())
	}
	for _, d := range s.Deployments {
		add("", d.Proofs()) // their claims name it
	}
	for _, r := range s.Rebalancings {
		if r.Lacking != "" {
			add("zone rebalancing of "+r.Job.Name, r.Judgement.Proofs())
		}
	}
	for _, d := range s.Drains {
		add("if "+d.Name+" drains", d.Proofs())
	}
	for _, c := range s.WhatIf {
		for _, j := range c.Judgements {
			add("if "+c.Name+": "+j.Question.Name, j.Proofs())
		}
	}
	if s.Smallest != nil && s.Smallest.Judgement != nil {
		add("smallest fleet", s.Smallest.Judgement.Proofs())
		add("with one instance less", s.Smallest.Less)
	}
	return all
}

// writeProofs writes each certificate to a file of its own, those that say the same once, and tells what each proves.
func writeProofs(stdio IO, name string, proofs []proof) error {
	extension := filepath.Ext(name)
	var written []string
	for _, p := range proofs {
		text, err := p.certificate.Encode()
		if err != nil {
			return err
		}
		if slices.Contains(written, string(text)) {
			continue
		}
		to := name
		if n := len(written); n > 0 {
			to = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n+1, extension)
		}
		if err := os.WriteFile(absolute(stdio.Dir, to), text, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stdio.Err, "ecslint: %s: %s\n", shown(to), shown(p.claim()))
		written = append(written, string(text))
	}
	if len(written) == 0 {
		fmt.Fprintln(stdio.Err, "ecslint: nothing was proven: no certificate is written")
	}
	return nil
}
