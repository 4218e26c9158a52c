package place

import (
	"math"
	"slices"
)

// shares are weights for a coverer that need no search: each task counts the greatest part that it can take of what has to be taken of an
// instance to leave no room, and instances count such that the other tasks come to the least. Tightness is what the others count, as a part of
// what all instances do: below 1 they can't fill all.
func (c *coverer) shares() (kinds []float64, tightness float64) {
	part := c.partsTaken()
	value := make([]float64, len(c.sites))
	for s := range value {
		value[s] = 1
	}
	tightness = math.Inf(1)
	loads := make([]float64, len(c.sites))
	step := 0.5
	c.spend(int64(len(c.kinds)*len(c.sites)) / 2)
	for range 40 {
		var have, need float64
		counted := make([]float64, len(c.kinds))
		for s, site := range c.sites {
			loads[s] = 0
			if c.kinds[c.target].fits[s] > 0 {
				have += value[s] * float64(site.instances)
			}
		}
		for k, of := range part {
			at := -1
			for s, taken := range of {
				if v := value[s] * taken; v > counted[k] {
					counted[k], at = v, s
				}
			}
			if n := float64(c.counts[k]); at >= 0 {
				need += counted[k] * n
				loads[at] += of[at] * n
			}
		}
		if need < tightness*have {
			kinds, tightness = counted, need/have
		}
		// Where the tasks choose to be, instances should count less.
		for s, site := range c.sites {
			filled := loads[s] / float64(site.instances)
			value[s] *= math.Exp(step * (1 - filled*have/max(need, 1e-9)) / 2)
		}
		step *= 0.95
	}
	return kinds, tightness
}

// partsTaken is for each kind and site the greatest part that one task can take of what has to be taken of an instance.
func (c *coverer) partsTaken() [][]float64 {
	all := make([][]float64, len(c.kinds))
	for k, kind := range c.kinds {
		all[k] = make([]float64, len(c.sites))
		for s, site := range c.sites {
			if c.counts[k] == 0 || kind.fits[s] == 0 || c.kinds[c.target].fits[s] == 0 {
				continue
			}
			for _, own := range c.kinds[c.target].needs {
				missing := site.room[own.resource] - own.amount + 1
				for _, n := range kind.needs {
					if n.resource == own.resource {
						all[k][s] = max(all[k][s], min(1, float64(n.amount)/float64(missing)))
					}
				}
			}
		}
	}
	return all
}

// wholeShares are shares in whole numbers, nil if they prove nothing, and their tightness.
func (c *coverer) wholeShares() (*weights, float64) {
	kinds, tightness := c.shares()
	if tightness >= 1 {
		return nil, tightness
	}
	greatest := slices.Max(kinds)
	if greatest == 0 {
		greatest = 1
	}
	for _, scale := range []float64{12, 120, 5040, 1_000_000} {
		w := &weights{kinds: make([]int64, len(kinds)), sites: make([]int64, len(c.sites))}
		var others, needed float64
		for k, v := range kinds {
			w.kinds[k] = int64(math.Ceil(v/greatest*scale - 1e-9))
			others += float64(w.kinds[k]) * float64(c.counts[k])
		}
		for s, site := range c.sites {
			if c.kinds[c.target].fits[s] > 0 {
				w.sites[s] = min(c.leastByParts(s, w.kinds), int64(others)+1)
				needed += float64(w.sites[s]) * float64(site.instances)
			}
		}
		if needed > others && needed < 1<<49 {
			return w, tightness
		}
	}
	return nil, tightness
}

// leastByParts bounds what tasks have to count to leave no room on an instance: as if they could be cut in parts.
func (c *coverer) leastByParts(site int, values []int64) int64 {
	least := int64(math.MaxInt64)
	for _, own := range c.kinds[c.target].needs {
		missing := c.sites[site].room[own.resource] - own.amount + 1
		for k, kind := range c.kinds {
			if c.counts[k] == 0 || kind.fits[site] == 0 {
				continue
			}
			for _, n := range kind.needs {
				if n.resource == own.resource {
					size := min(n.amount, missing)
					least = min(least, (values[k]*missing+size-1)/size)
				}
			}
		}
	}
	return least
}
