package certificate

import (
	"errors"
	"fmt"
	"slices"
)

func (s *Single) check(c *Constraints) error {
	p := c.problem
	if s.Type < 0 || s.Type >= len(p.Types) {
		return errors.New("there is no such type")
	}
	if c.Wanted(s.Type) == 0 {
		return errors.New("no task of the type is wanted")
	}
	seen := make([]bool, len(p.Classes))
	for _, b := range s.Classes {
		if b.Class < 0 || b.Class >= len(seen) || seen[b.Class] {
			return errors.New("a class is none, or is named twice")
		}
		seen[b.Class] = true
		if err := b.check(c, s.Type); err != nil {
			return fmt.Errorf("%s on %s: %w", p.Types[s.Type].Name, p.Classes[b.Class].Name, err)
		}
	}
	if p.Types[s.Type].Daemon {
		if len(s.Classes) != 1 || !c.HasToRun(s.Type, s.Classes[0].Class) || p.Classes[s.Classes[0].Class].Count == 0 {
			return errors.New("a daemon needs one class that it has to run on")
		}
		return nil
	}
	for i, class := range p.Classes {
		if class.Count > 0 && !seen[i] {
			return fmt.Errorf("nothing is said of %s", class.Name)
		}
	}
	return nil
}

func (b Blocked) check(c *Constraints, t int) error {
	p := c.problem
	typ, class := &p.Types[t], &p.Classes[b.Class]
	plain := b.Resource == 0 && b.Need == 0 && b.Have == 0
	ok := false
	switch b.Because {
	case "resource":
		if b.Resource < 0 || b.Resource >= len(p.Resources) || b.Expression != 0 {
			return errors.New("there is no such resource")
		}
		ok = b.Need == typ.Demand[b.Resource] && b.Have == class.Capacity[b.Resource]-c.daemons(t, b.Class, b.Resource) && b.Need > b.Have
	case "provider":
		ok = plain && b.Expression == 0 && typ.Provider != "" && typ.Provider != class.Provider
	case "zone":
		ok = plain && b.Expression == 0 && len(typ.Zones) > 0 && !slices.Contains(typ.Zones, class.Zone)
	case "memberOf":
		ok = plain && b.Expression >= 0 && b.Expression < len(typ.MemberOf) && !typ.MemberOf[b.Expression].Holds[b.Class]
	}
	if !ok {
		return errors.New("it isn't as the certificate says")
	}
	return nil
}

// daemons is what the daemons that have to run on an instance, but for one, take of a resource.
func (c *Constraints) daemons(but, class, resource int) int64 {
	var n int64
	for t := range c.problem.Types {
		if t != but && c.HasToRun(t, class) {
			n += c.problem.Types[t].Demand[resource]
		}
	}
	return n
}
