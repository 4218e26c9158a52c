package certificate

import "slices"

// Blocked is why instances of a class can't run a task.
type Blocked struct {
	Class      int
	Because    string // resource, provider, zone, memberOf; "" if nothing is in the way
	Resource   int    // of resource: its index
	Need, Have int64  // of resource: what a task takes, and what is free
	Expression int    // of memberOf: its index
}

// Excludes is why a type may not run on a class, whatever room there is.
func (c *Constraints) Excludes(t, class int) Blocked {
	typ, on := &c.problem.Types[t], &c.problem.Classes[class]
	b := Blocked{Class: class}
	switch {
	case typ.Provider != "" && typ.Provider != on.Provider:
		b.Because = "provider"
	case len(typ.Zones) > 0 && !slices.Contains(typ.Zones, on.Zone):
		b.Because = "zone"
	default:
		if i := slices.IndexFunc(typ.MemberOf, func(e Expression) bool { return !e.Holds[class] }); i >= 0 {
			b.Because, b.Expression = "memberOf", i
		}
	}
	return b
}

// blocks is Excludes where so much is free: of resources, the one of which there is least for what a task takes; an
// instance that drains has no room whatever is free.
func (c *Constraints) blocks(t, class int, free []int64) Blocked {
	b := c.Excludes(t, class)
	if b.Because != "" {
		return b
	}
	for r, need := range c.problem.Types[t].Demand {
		if need > free[r] && c.problem.Resources[r] == Undrained {
			return Blocked{Class: class, Because: "resource", Resource: r, Need: need, Have: free[r]}
		}
		if need > free[r] && (b.Because == "" || compareRatio(need, max(free[r], 0)+1, b.Need, max(b.Have, 0)+1) > 0) {
			b = Blocked{Class: class, Because: "resource", Resource: r, Need: need, Have: free[r]}
		}
	}
	return b
}

// blockedAlone is what blocks a type on each class where nothing is placed but daemons; of a daemon, on those that it has to run on.
func (c *checker) blockedAlone(t int) []Blocked {
	var all []Blocked
	for i, class := range c.problem.Classes {
		seated := c.HasToRun(t, i)
		if class.Count == 0 || c.problem.Types[t].Daemon && !seated {
			continue
		}
		free := slices.Clone(c.room[i])
		if seated {
			take(free, c.problem.Types[t].Demand, -1)
		}
		all = append(all, c.blocks(t, i, free))
	}
	return all
}
