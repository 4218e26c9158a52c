package certificate

import (
	"fmt"
	"strings"
)

// sound refuses lists of a wrong length, negative numbers, sums beyond limit, and what contradicts itself.
func (p *Problem) sound() error {
	resources := map[string]bool{}
	for _, name := range p.Resources {
		if resources[name] {
			return fmt.Errorf("resource %q is listed twice", name)
		}
		resources[name] = true
	}
	supply, demand := make([]sum, len(p.Resources)+1), make([]sum, len(p.Resources)+1)
	for i := range p.Classes {
		if err := p.Classes[i].sound(supply); err != nil {
			return fmt.Errorf("class %d, %s: %w", i, p.Classes[i].Name, err)
		}
	}
	daemons := map[string]bool{}
	for i, t := range p.Types {
		if t.Daemon {
			t.Count = supply[0].n
		}
		if err := t.sound(demand, len(p.Classes)); err != nil {
			return fmt.Errorf("type %d, %s: %w", i, t.Name, err)
		}
		if daemon, again := daemons[t.Group]; again && (daemon || t.Daemon) {
			return fmt.Errorf("type %d, %s: the group of a daemon is another's too", i, t.Name)
		}
		daemons[t.Group] = t.Daemon
	}
	return nil
}

func (c *Class) sound(supply []sum) error {
	if zone, ok := c.Attributes[zoneAttribute]; ok && c.Zone != "" && zone != c.Zone {
		return fmt.Errorf("it is in zone %q, and its attribute says %q", c.Zone, zone)
	}
	for _, r := range c.Running {
		if r.Count < 0 || r.Count > limit {
			return errRange
		}
	}
	return addAll(supply, c.Count, c.Capacity)
}

func (t *Type) sound(demand []sum, classes int) error {
	for _, e := range t.MemberOf {
		if len(e.Holds) != classes {
			return fmt.Errorf("%q is said to hold or not on %d classes of %d", e.Text, len(e.Holds), classes)
		}
	}
	for _, s := range t.Strategy {
		field := strings.ToLower(s.Field)
		switch {
		case s.Type == "random", s.Type == "binpack" && (field == "cpu" || field == "memory"),
			s.Type == "spread" && (field == "instanceid" || field == "host" || strings.HasPrefix(s.Field, attributePrefix)):
		default:
			return fmt.Errorf("there is no placement strategy %s of %q", s.Type, s.Field)
		}
	}
	return addAll(demand, t.Count, t.Demand)
}

// addAll adds a count, and so many times the amounts, to the sums of all.
func addAll(sums []sum, count int64, amounts []int64) error {
	if len(amounts) != len(sums)-1 {
		return fmt.Errorf("%d amounts of %d resources", len(amounts), len(sums)-1)
	}
	sums[0].add(1, count)
	for r, n := range amounts {
		sums[r+1].add(max(count, 1), n)
	}
	for _, s := range sums {
		if s.bad || s.n > limit {
			return errRange
		}
	}
	return nil
}
