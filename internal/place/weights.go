package place

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// weights are certificate.Weights by kinds and sites.
type weights struct {
	kinds []int64
	sites []int64
}

// prove tells whether so many tasks count more than so many instances can hold.
func (w *weights) prove(waiting, instances []int64) bool {
	var need, have float64
	for k, n := range waiting {
		need += float64(n) * float64(w.kinds[k])
	}
	for s, n := range instances {
		have += float64(n) * float64(w.sites[s])
	}
	return need > have && need < 1<<53
}

// proofNodes is how many nodes a search may take for the most that an instance can hold; guessNodes, where that is a mere guess.
const (
	proofNodes = 2_000_000
	guessNodes = 50_000
)

// weigh finds the most that an instance of each site can hold of what kinds count.
func (r *relaxation) weigh(kinds []int64, nodes int) *weights {
	w := &weights{kinds: kinds}
	values := make([]float64, len(kinds))
	for k, n := range kinds {
		values[k] = float64(n)
	}
	for _, p := range r.price {
		_, most, exact := p.most(values, nil, nodes)
		if !exact {
			return nil
		}
		w.sites = append(w.sites, int64(math.Round(most)))
	}
	return w
}

// round looks for small whole numbers in the proportion of values that prove the same.
func (r *relaxation) round(values []float64, waiting, instances []int64) *weights {
	var greatest float64
	for _, v := range values {
		greatest = max(greatest, v)
	}
	var tried [][]int64
	for _, scale := range []float64{1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 30, 60, 120, 1000, 20_000, 1_000_000} {
		kinds := make([]int64, len(values))
		for k, v := range values {
			kinds[k] = int64(math.Floor(max(v, 0)/greatest*scale + 1e-5))
		}
		if slices.ContainsFunc(tried, func(o []int64) bool { return slices.Equal(o, kinds) }) {
			continue
		}
		tried = append(tried, kinds)
		if w := r.weigh(kinds, proofNodes); w != nil && w.prove(waiting, instances) {
			return w
		}
	}
	return nil
}

// simpleWeights tries those that are told in few words: one kind alone, a resource's amount, a resource's users, all tasks.
func (r *relaxation) simpleWeights() *weights {
	m := r.m
	waiting, instances := m.counts()
	for k := range m.kinds {
		w := &weights{kinds: make([]int64, len(m.kinds)), sites: m.kinds[k].fits}
		w.kinds[k] = 1
		if w.prove(waiting, instances) {
			return w
		}
	}
	for resource := range m.problem.Resources {
		amount, users := make([]int64, len(m.kinds)), make([]int64, len(m.kinds))
		for k, kind := range m.kinds {
			for _, n := range kind.needs {
				if n.resource == resource {
					amount[k], users[k] = n.amount, 1
				}
			}
		}
		if w := m.volume(resource, amount); w.prove(waiting, instances) {
			return w
		}
		if w := r.slots(resource, users); w != nil && w.prove(waiting, instances) {
			return w
		}
	}
	all := make([]int64, len(m.kinds))
	for k := range all {
		all[k] = 1
	}
	if w := r.weigh(all, guessNodes); w != nil && w.prove(waiting, instances) {
		return w
	}
	return nil
}

// volume counts what tasks take of a resource.
func (m *model) volume(resource int, amount []int64) *weights {
	w := &weights{kinds: amount}
	for i, s := range m.sites {
		most := s.room[resource]
		if !slices.ContainsFunc(m.kinds, func(k kind) bool {
			return k.fits[i] > 0 && slices.ContainsFunc(k.needs, func(n need) bool { return n.resource == resource })
		}) {
			most = 0
		}
		w.sites = append(w.sites, most)
	}
	return w
}

// slots counts the tasks that take a resource, where an instance has room for few.
func (r *relaxation) slots(resource int, users []int64) *weights {
	w := &weights{kinds: users}
	for i, s := range r.m.sites {
		least := int64(math.MaxInt64)
		for _, k := range r.m.kinds {
			for _, n := range k.needs {
				if n.resource == resource && k.fits[i] > 0 {
					least = min(least, n.amount)
				}
			}
		}
		w.sites = append(w.sites, s.room[resource]/least)
	}
	return w
}

// counts are the tasks of each kind, and the instances of each site.
func (m *model) counts() (waiting, instances []int64) {
	for _, k := range m.kinds {
		waiting = append(waiting, k.count)
	}
	for _, s := range m.sites {
		instances = append(instances, s.instances)
	}
	return waiting, instances
}

// byTypes are the weights as a certificate has them.
func (m *model) byTypes(w *weights) certificate.Weights {
	c := certificate.Weights{Types: make([]int64, len(m.count)), Classes: make([]int64, len(m.instances))}
	for k, n := range w.kinds {
		for _, t := range m.kinds[k].types {
			c.Types[t] = n
		}
	}
	for s, n := range w.sites {
		for _, class := range m.sites[s].classes {
			c.Classes[class] = n
		}
	}
	return c
}

func (s set) key() string {
	var key []byte
	for _, n := range s {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return string(key)
}
