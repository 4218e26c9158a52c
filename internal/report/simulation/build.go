package simulation

import (
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// maxEmbedded bounds the bytes of a certificate that is part of a page.
const maxEmbedded = 1 << 20

// New is what is known of a problem before anything is placed. The error says why the problem isn't sound.
func New(name string, p *certificate.Problem) (*Cluster, error) {
	constraints, err := p.Constraints()
	if err != nil {
		return nil, err
	}
	c := &Cluster{Name: name, Assumptions: p.Assumptions, problem: p, constraints: constraints}
	for r, resource := range p.Resources {
		demanded := len(p.Types) == 0 || slices.ContainsFunc(p.Types, func(t certificate.Type) bool { return t.Demand[r] > 0 })
		c.Resources = append(c.Resources, resourceOf(resource, demanded))
	}
	for t, typ := range p.Types {
		c.Services = append(c.Services, Service{Name: typ.Name, Daemon: typ.Daemon, Wanted: constraints.Wanted(t), Demand: typ.Demand})
		c.origins(typ.Name, typ.From, func(what string) string {
			if what == "count" && !typ.Daemon {
				return number(typ.Count)
			}
			return c.amount(what, typ.Demand)
		})
	}
	for _, class := range p.Classes {
		c.origins(class.Name, class.From, func(what string) string {
			switch what {
			case "count":
				return number(class.Count)
			case "zone":
				return class.Zone
			}
			return c.amount(what, class.Capacity)
		})
	}
	return c, nil
}

// Prove adds a certificate and what it proves, in words. The name is that of the file it is downloaded as.
func (c *Cluster) Prove(name, claim string, proof *certificate.Certificate) error {
	data, err := proof.Encode()
	if err != nil {
		return err
	}
	added := Certificate{Name: name, Claim: claim, Size: len(data)}
	if len(data) <= maxEmbedded {
		added.JSON = data
	}
	c.Certificates = append(c.Certificates, added)
	return nil
}

// ShowCertificate adds what a certificate shows of instances: the end of a run with what waits, or an assignment. Of other kinds it
// adds nothing.
func (c *Cluster) ShowCertificate(name, note string, proof *certificate.Certificate) {
	switch {
	case proof.Kind == certificate.KindRun && proof.Run != nil:
		filled := ran(proof.Problem, proof.Run.Steps).filled()
		c.Show(name, note, filled)
		c.Wait(filled, proof.Run.Waiting)
	case proof.Kind == certificate.KindAssignment:
		c.Show(name, note, proof.Assignment)
	}
}

func resourceOf(name string, demanded bool) Resource {
	r := Resource{Name: name, Short: name, Amount: demanded && !strings.Contains(name, "/")}
	switch name {
	case "cpu":
		r.Unit = "CPU units"
	case certificate.VCPU:
		r.Short, r.Unit = "CPU", "CPU units"
	case "memory":
		r.Short, r.Unit = "mem", "MiB"
	case certificate.Address:
		r.Short = "IPv4"
	}
	return r
}

func (c *Cluster) origins(of string, from map[string]certificate.Source, value func(what string) string) {
	for _, what := range slices.Sorted(maps.Keys(from)) {
		c.Origins = append(c.Origins, Origin{of, what, value(what), from[what]})
	}
}

// amount writes one of the amounts, with its unit; "" for what is no resource.
func (c *Cluster) amount(resource string, amounts []int64) string {
	for r, known := range c.Resources {
		if known.Name == resource {
			return known.write(at(amounts, r))
		}
	}
	return ""
}

// at is a number of a list; 0 where the list is too short.
func at(list []int64, i int) int64 {
	if i < len(list) {
		return list[i]
	}
	return 0
}
