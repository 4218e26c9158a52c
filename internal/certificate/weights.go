package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (w *Weights) check(c *checker) error {
	p, err := c.packing()
	if err != nil {
		return err
	}
	v, err := p.weigh(w)
	if err == nil && !v.prove(p.waiting, p.instances) {
		err = errors.New("all tasks together don't count more than the instances can hold")
	}
	return err
}

// weighed are weights of which it is verified that no instance can hold more than they say.
type weighed struct{ kinds, sites []int64 }

// prove tells whether so many tasks of each kind count more than so many instances of each site can hold.
func (w *weighed) prove(waiting, instances []int64) bool {
	return products(w.kinds, waiting).exceeds(products(w.sites, instances))
}

func (p *packing) weigh(w *Weights) (*weighed, error) {
	kinds, err := p.kinds.numbers(w.Types)
	if err != nil {
		return nil, err
	}
	sites, err := p.sites.numbers(w.Classes)
	if err != nil {
		return nil, err
	}
	if products(kinds, p.waiting).bad {
		return nil, errRange
	}
	for s, claimed := range sites {
		if p.tasks(s, func(kind int) int64 { return kinds[kind] }, claimed).succeeds() {
			return nil, fmt.Errorf("an instance of %s can hold tasks that count more than %d", p.problem.Classes[slices.Index(p.sites.of, s)].Name, claimed)
		}
	}
	return &weighed{kinds, sites}, nil
}
