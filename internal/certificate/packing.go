package certificate

import (
	"errors"
	"fmt"
	"slices"
)

// packing is a problem without what only runs know: how many tasks have to find room, and what fits on an instance. Daemons
// have their place already; those that run only beside certain tasks are left out, so there may be more room than there really is.
//
// Types that take the same and may run on the same classes are one kind; classes whose instances can hold the same are one site.
type packing struct {
	*checker
	kinds, sites groups
	waiting      []int64   // of each kind, tasks without a place
	instances    []int64   // of each site
	demand       [][]int64 // of each kind
	space        [][]int64 // of each site, what is free on an instance
	most         [][]int64 // of each site and kind, how many fit on an instance
}

// packing fails if daemons don't fit where they have to run.
func (c *checker) packing() (*packing, error) {
	if err := c.seated(); err != nil {
		return nil, err
	}
	p, types, classes := &packing{checker: c}, c.problem.Types, c.problem.Classes
	for t, typ := range types {
		if k, fresh := p.kinds.add(!typ.Daemon && typ.Count > 0, typ.Demand, c.may[t]); fresh {
			p.waiting, p.demand = append(p.waiting, typ.Count), append(p.demand, typ.Demand)
		} else if k >= 0 {
			p.waiting[k] += typ.Count
		}
	}
	for i, class := range classes {
		most := make([]int64, len(p.waiting))
		for t, k := range p.kinds.of {
			if k >= 0 && c.may[t][i] {
				most[k] = fits(p.waiting[k], p.demand[k], c.room[i])
			}
		}
		if s, fresh := p.sites.add(class.Count > 0, c.room[i], most); fresh {
			p.instances, p.space, p.most = append(p.instances, class.Count), append(p.space, c.room[i]), append(p.most, most)
		} else if s >= 0 {
			p.instances[s] += class.Count
		}
	}
	return p, nil
}

// groups are of types or classes that are alike, numbered in the order of their first.
type groups struct {
	of    []int // of each type or class, its group; -1 if there is none of it
	known map[string]int
}

// add tells the group of the next type or class, and whether it is the first of it. All that makes it alike others is in by.
func (g *groups) add(there bool, by ...any) (int, bool) {
	if !there {
		g.of = append(g.of, -1)
		return -1, false
	}
	if g.known == nil {
		g.known = map[string]int{}
	}
	key := fmt.Sprint(by...)
	i, ok := g.known[key]
	if !ok {
		i = len(g.known)
		g.known[key] = i
	}
	g.of = append(g.of, i)
	return i, !ok
}

// numbers turns numbers of types or classes into those of their groups.
func (g *groups) numbers(each []int64) ([]int64, error) {
	if len(each) != len(g.of) {
		return nil, errors.New("a list is not as long as that of the types or classes")
	}
	all := slices.Repeat([]int64{-1}, len(g.known))
	for i, n := range each {
		switch k := g.of[i]; {
		case n < 0 || n > limit:
			return nil, errRange
		case k < 0:
		case all[k] >= 0 && all[k] != n:
			return nil, errors.New("what is alike counts differently")
		default:
			all[k] = n
		}
	}
	return all, nil
}
