package certificate

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// limit is what sums of a problem may come to. It leaves room for products with the weights of proofs.
const limit = int64(1) << 50

// Validate refuses problems that are not sound: negative numbers, lists of a wrong length, sums beyond 2^50, expressions that can't be
// read, or are said to hold where they don't.
func (p *Problem) Validate() error {
	_, err := p.Constraints()
	return err
}

func (p *Problem) validateNumbers() error {
	if i := firstDouble(p.Resources); i >= 0 {
		return fmt.Errorf("resource %q is listed twice", p.Resources[i])
	}
	supply, instances := make([]int64, len(p.Resources)), int64(0)
	for i, c := range p.Classes {
		if err := c.validate(supply); err != nil {
			return fmt.Errorf("class %d, %s: %w", i, c.Name, err)
		}
		if instances += c.Count; instances > limit {
			return errors.New("too many instances")
		}
	}
	demand, tasks := make([]int64, len(p.Resources)), int64(0)
	for i, t := range p.Types {
		count := t.Count
		if t.Daemon {
			count = instances
		}
		if err := t.validate(count, demand, len(p.Classes)); err != nil {
			return fmt.Errorf("type %d, %s: %w", i, t.Name, err)
		}
		if tasks += count; tasks > limit {
			return errors.New("too many tasks")
		}
		if t.Daemon && slices.ContainsFunc(p.Types[:i], t.sharesGroup) || slices.ContainsFunc(p.Types[:i], func(o Type) bool { return o.Daemon && t.sharesGroup(o) }) {
			return fmt.Errorf("type %d, %s: the group of a daemon is another's too", i, t.Name)
		}
	}
	return nil
}

func (t Type) sharesGroup(o Type) bool { return t.Group == o.Group }

func firstDouble(names []string) int {
	seen := map[string]bool{}
	return slices.IndexFunc(names, func(name string) bool {
		again := seen[name]
		seen[name] = true
		return again
	})
}

func (c Class) validate(supply []int64) error {
	if err := addAll(supply, c.Capacity, c.Count); err != nil {
		return err
	}
	if zone, ok := c.Attributes[zoneAttribute]; ok && c.Zone != "" && zone != c.Zone {
		return fmt.Errorf("it is in zone %q, and its attribute says %q", c.Zone, zone)
	}
	for _, r := range c.Running {
		if r.Count < 0 || r.Count > limit {
			return errors.New("a number of running tasks is out of range")
		}
	}
	return nil
}

func (t Type) validate(count int64, demand []int64, classes int) error {
	if err := addAll(demand, t.Demand, count); err != nil {
		return err
	}
	for _, e := range t.MemberOf {
		if len(e.Holds) != classes {
			return fmt.Errorf("%q is said to hold or not on %d classes of %d", e.Text, len(e.Holds), classes)
		}
	}
	for _, s := range t.Strategy {
		if err := s.validate(); err != nil {
			return err
		}
	}
	return nil
}

func (s Strategy) validate() error {
	field := strings.ToLower(s.Field)
	switch {
	case s.Type == "random", s.Type == "binpack" && (field == "cpu" || field == "memory"),
		s.Type == "spread" && (field == "instanceid" || field == "host" || strings.HasPrefix(s.Field, attributePrefix)):
		return nil
	}
	return fmt.Errorf("there is no placement strategy %s of %q", s.Type, s.Field)
}

// addAll adds times the amounts to the sums.
func addAll(sums, amounts []int64, times int64) error {
	if len(amounts) != len(sums) {
		return fmt.Errorf("%d amounts of %d resources", len(amounts), len(sums))
	}
	if times < 0 || times > limit {
		return errors.New("its count is out of range")
	}
	for i, n := range amounts {
		high, low := bits.Mul64(uint64(max(n, 0)), uint64(max(times, 1)))
		if n < 0 || high > 0 || low > uint64(limit) {
			return errors.New("an amount is out of range")
		}
		if sums[i] += n * times; sums[i] > limit {
			return errors.New("the sum of an amount is out of range")
		}
	}
	return nil
}
