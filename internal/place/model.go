package place

import (
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// model is a problem made ready for search.
type model struct {
	*certificate.Constraints
	problem   *certificate.Problem
	needs     [][]need  // of each type
	count     []int64   // of each type, tasks that wait at the beginning; 0 of daemons
	room      [][]int64 // of each class, what is free on an instance once the daemons run that have to
	copies    [][]int64 // of each type on each class, how many fit on an instance that is empty but for daemons
	instances []int64   // of each class
	daemons   []int     // types
	misfit    []int     // daemons that don't fit where they have to run

	kinds []kind
	sites []site
}

// need is what a task takes of a resource; of others it takes nothing.
type need struct {
	resource int
	amount   int64
}

// kind is types that take the same and may run on the same classes: for packing they are one.
type kind struct {
	types []int
	count int64
	needs []need
	fits  []int64 // on an instance of each site, how many fit
}

// site is classes whose instances can hold the same: for packing they are one.
type site struct {
	classes   []int
	instances int64
	room      []int64
}

func newModel(p *certificate.Problem) (*model, error) {
	c, err := p.Constraints()
	if err != nil {
		return nil, err
	}
	m := &model{Constraints: c, problem: p}
	for t, typ := range p.Types {
		var needs []need
		for r, n := range typ.Demand {
			if n > 0 {
				needs = append(needs, need{r, n})
			}
		}
		m.needs = append(m.needs, needs)
		if typ.Daemon {
			m.daemons = append(m.daemons, t)
			m.count = append(m.count, 0)
		} else {
			m.count = append(m.count, typ.Count)
		}
	}
	for i, class := range p.Classes {
		m.instances = append(m.instances, class.Count)
		m.room = append(m.room, slices.Clone(class.Capacity))
		for _, d := range m.daemons {
			if class.Count > 0 && m.HasToRun(d, i) {
				m.seatDaemon(d, i)
			}
		}
	}
	for t := range p.Types {
		copies := make([]int64, len(p.Classes))
		for c := range copies {
			if m.May(t, c) {
				copies[c] = fit(m.count[t], m.needs[t], m.room[c])
			}
		}
		m.copies = append(m.copies, copies)
	}
	m.groupSites()
	m.groupKinds()
	return m, nil
}

func (m *model) seatDaemon(d, class int) {
	for _, n := range m.needs[d] {
		if m.room[class][n.resource] -= n.amount; m.room[class][n.resource] < 0 {
			m.misfit = append(m.misfit, d)
		}
	}
}

func (m *model) groupSites() {
	for c, n := range m.instances {
		if n == 0 {
			continue
		}
		i := slices.IndexFunc(m.sites, func(s site) bool {
			o := s.classes[0]
			return slices.Equal(s.room, m.room[c]) &&
				!slices.ContainsFunc(m.copies, func(copies []int64) bool { return copies[o] != copies[c] })
		})
		if i < 0 {
			i = len(m.sites)
			m.sites = append(m.sites, site{room: m.room[c]})
		}
		m.sites[i].classes = append(m.sites[i].classes, c)
		m.sites[i].instances += n
	}
}

func (m *model) groupKinds() {
	for t, n := range m.count {
		if n == 0 {
			continue
		}
		i := slices.IndexFunc(m.kinds, func(k kind) bool { return m.alike(k.types[0], t) })
		if i < 0 {
			i = len(m.kinds)
			m.kinds = append(m.kinds, kind{needs: m.needs[t]})
		}
		m.kinds[i].types = append(m.kinds[i].types, t)
		m.kinds[i].count += n
	}
	for i := range m.kinds {
		k := &m.kinds[i]
		for _, s := range m.sites {
			var n int64
			if m.May(k.types[0], s.classes[0]) {
				n = fit(k.count, k.needs, s.room)
			}
			k.fits = append(k.fits, n)
		}
	}
}

// alike tells whether two types are one for packing.
func (m *model) alike(a, b int) bool {
	if !slices.Equal(m.needs[a], m.needs[b]) {
		return false
	}
	for c := range m.instances {
		if m.May(a, c) != m.May(b, c) {
			return false
		}
	}
	return true
}

// fit is how many times the needs fit into what is free, at most so many.
func fit(most int64, needs []need, free []int64) int64 {
	for _, n := range needs {
		most = min(most, max(free[n.resource], 0)/n.amount)
	}
	return most
}

// take takes times the needs from what is free.
func take(free []int64, needs []need, times int64) {
	for _, n := range needs {
		free[n.resource] -= n.amount * times
	}
}

func (m *model) certificate(kind certificate.Kind) *certificate.Certificate {
	return &certificate.Certificate{Version: certificate.Version, Kind: kind, Problem: m.problem}
}
