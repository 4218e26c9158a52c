package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (s Slacks) check(c *checker) error {
	p, err := c.packing()
	if err != nil {
		return err
	}
	told := make([]bool, len(p.waiting))
	for _, one := range s {
		if err := one.check(p); err != nil {
			return err
		}
		told[p.kinds.of[one.Type]] = true
	}
	for t, typ := range c.problem.Types {
		switch k := p.kinds.of[t]; {
		case k >= 0 && !told[k]:
			return fmt.Errorf("nothing is said of %s", typ.Name)
		case c.Dynamic(t) && (k >= 0 || typ.Daemon):
			return fmt.Errorf("%s depends on what else runs", typ.Name)
		}
	}
	return nil
}

func (s Slack) check(p *packing) error {
	if !p.problem.has(s.Type) || p.kinds.of[s.Type] < 0 {
		return errors.New("no task waits of a type")
	}
	own, name := p.kinds.of[s.Type], p.problem.Types[s.Type].Name
	value, err := p.kinds.numbers(s.Types)
	if err != nil {
		return err
	}
	blocked, err := p.sites.numbers(s.Classes)
	if err != nil {
		return err
	}
	others := slices.Clone(p.waiting)
	others[own]--
	if !products(blocked, p.instances).exceeds(products(value, others)) {
		return fmt.Errorf("the other tasks may fill all instances for %s", name)
	}
	for site, claimed := range blocked {
		if claimed > 0 && p.blocks(site, own, value, claimed-1) {
			return fmt.Errorf("tasks that count less than %d leave no room for %s on %s", claimed, name, p.problem.Classes[slices.Index(p.sites.of, site)].Name)
		}
	}
	return nil
}

// blocks tells whether tasks that count no more than allowed can leave no room on an instance for one of their own kind: whether, with what they
// count as one more resource, they can take so much of another that too little is left.
func (p *packing) blocks(site, own int, value []int64, allowed int64) bool {
	if p.most[site][own] == 0 {
		return true
	}
	for r, need := range p.demand[own] {
		if need == 0 {
			continue
		}
		k := p.tasks(site, func(kind int) int64 { return p.demand[kind][r] }, p.space[site][r]-need)
		k.free = append(k.free, allowed)
		for i := range k.items {
			item := &k.items[i]
			item.demand = append(slices.Clip(item.demand), value[item.kind])
			if item.kind == own {
				item.most = min(item.most, p.waiting[own]-1)
			}
		}
		scale := make([]int64, len(k.free))
		scale[len(scale)-1] = 1
		if k.succeedsBy(scale) {
			return true
		}
	}
	return false
}
