package place

import "github.com/ecslint/ecslint/internal/certificate"

// single looks for a type one task of which fits nowhere.
func (m *model) single() *certificate.Certificate {
	proof := m.certificate(certificate.KindSingle)
	if len(m.misfit) > 0 {
		f := m.misfit[0]
		proof.Single = &certificate.Single{Type: f.typ, Classes: []certificate.Blocked{m.lacks(f.typ, f.class, f.resource)}}
		return proof
	}
	for t, n := range m.count {
		if n == 0 {
			continue
		}
		if blocked, all := m.blocked(t); all {
			proof.Single = &certificate.Single{Type: t, Classes: blocked}
			return proof
		}
	}
	return nil
}

// blocked is why a type can't run on the classes, and whether it can on none.
func (m *model) blocked(t int) ([]certificate.Blocked, bool) {
	blocked := []certificate.Blocked{}
	for c, n := range m.instances {
		switch {
		case n == 0:
			continue
		case !m.May(t, c):
			blocked = append(blocked, m.Excludes(t, c))
			continue
		}
		r, short := m.short(t, c)
		if !short {
			return nil, false
		}
		blocked = append(blocked, m.lacks(t, c, r))
	}
	return blocked, true
}

// short is the resource of which a class has the least of what a task takes, and whether it has too little.
func (m *model) short(t, class int) (resource int, short bool) {
	var worst float64
	for _, n := range m.needs[t] {
		if free := m.room[class][n.resource]; free < n.amount {
			if part := float64(n.amount) / float64(free+1); !short || part > worst {
				resource, short, worst = n.resource, true, part
			}
		}
	}
	return resource, short
}

func (m *model) lacks(t, class, resource int) certificate.Blocked {
	b := certificate.Blocked{Class: class, Because: "resource", Resource: resource, Need: m.problem.Types[t].Demand[resource]}
	b.Have = m.problem.Classes[class].Capacity[resource]
	for _, d := range m.daemons {
		if d != t && m.HasToRun(d, class) {
			b.Have -= m.problem.Types[d].Demand[resource]
		}
	}
	return b
}
