package simulation

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
)

// instanceType is the attribute that tells it.
const instanceType = "ecs.instance-type"

// Show adds a moment: what runs on the instances. Instances that no Filled speaks of are empty.
func (c *Cluster) Show(name, note string, filled []certificate.Filled) {
	c.Moments = append(c.Moments, Moment{name, note, c.zones(filled)})
}

// zones sorts the instances into zones, and puts together those that are alike.
func (c *Cluster) zones(filled []certificate.Filled) []Zone {
	var zones []Zone
	type place struct{ zone, bin int }
	like := map[string]place{}
	c.each(filled, func(class int, b Bin) {
		zone := c.problem.Classes[class].Zone
		key := fmt.Sprint(zone, "\x00", b.Type, "\x00", b.Provider, "\x00", b.Capacity, b.Tasks, b.Before)
		if at, ok := like[key]; ok {
			zones[at.zone].Bins[at.bin].add(b.Names[0])
			return
		}
		i := slices.IndexFunc(zones, func(z Zone) bool { return z.Name == zone })
		if i < 0 {
			i = len(zones)
			zones = append(zones, Zone{Name: zone})
		}
		like[key] = place{i, len(zones[i].Bins)}
		zones[i].Bins = append(zones[i].Bins, b)
	})
	slices.SortStableFunc(zones, func(a, b Zone) int { return cmp.Compare(a.Name, b.Name) })
	return zones
}

// each calls see for all instances, class by class, those without tasks last.
func (c *Cluster) each(filled []certificate.Filled, see func(class int, b Bin)) {
	for i, class := range c.problem.Classes {
		empty := class.Count
		for _, f := range filled {
			if f.Class == i && f.Instances > 0 {
				see(i, c.bin(class, f))
				empty -= f.Instances
			}
		}
		if empty > 0 {
			see(i, c.bin(class, certificate.Filled{Instances: empty}))
		}
	}
}

func (c *Cluster) bin(class certificate.Class, f certificate.Filled) Bin {
	b := Bin{
		Names: []Named{{class.Name, f.Instances}}, Type: class.Attributes[instanceType], Provider: class.Provider,
		Instances: f.Instances, Capacity: class.Capacity, Before: class.Running,
	}
	for _, t := range f.Tasks {
		if t.Type >= 0 && t.Type < len(c.Services) && t.Count > 0 {
			b.Tasks = append(b.Tasks, Task{Service: t.Type, Count: t.Count})
		}
	}
	slices.SortFunc(b.Tasks, func(a, b Task) int { return a.Service - b.Service })
	return b
}

func (b *Bin) add(more Named) {
	b.Instances += more.Count
	for i, known := range b.Names {
		if known.Name == more.Name {
			b.Names[i].Count += more.Count
			return
		}
	}
	b.Names = append(b.Names, more)
}

// Wait adds the tasks that wait while the instances hold what filled tells, each with what is in the way on every instance. The
// events of AWS are left to fill in.
func (c *Cluster) Wait(filled []certificate.Filled, waiting []int64) {
	for t := range c.Services {
		if at(waiting, t) <= 0 {
			continue
		}
		w := Waiting{Service: t, Count: waiting[t]}
		c.each(filled, func(class int, b Bin) {
			if runs := slices.ContainsFunc(b.Tasks, func(r Task) bool { return r.Service == t }); !runs || !c.Services[t].Daemon {
				w.add(c.blocked(t, class, &b))
			}
		})
		slices.SortStableFunc(w.Blocked, func(a, b Blocked) int { return cmp.Compare(b.Instances, a.Instances) })
		c.Waiting = append(c.Waiting, w)
	}
}

// add counts instances of a zone together that lack the same resources.
func (w *Waiting) add(b Blocked) {
	for i := range w.Blocked {
		if known := &w.Blocked[i]; known.like(b) {
			known.Instances += b.Instances
			for l, lack := range b.Lacks {
				known.Lacks[l].Most = max(known.Lacks[l].Most, lack.Most)
			}
			return
		}
	}
	w.Blocked = append(w.Blocked, b)
}

func (b Blocked) like(other Blocked) bool {
	return b.Zone == other.Zone && b.Because == other.Because &&
		slices.EqualFunc(b.Lacks, other.Lacks, func(x, y Lack) bool { return x.Resource == y.Resource })
}

// blocked is why instances can't take one more task of a type.
func (c *Cluster) blocked(t, class int, b *Bin) Blocked {
	typ, on := &c.problem.Types[t], &c.problem.Classes[class]
	blocked := Blocked{Zone: on.Zone, Instances: b.Instances, Name: b.Names[0].Name}
	switch excluded := c.constraints.Excludes(t, class); excluded.Because {
	case "":
	case "provider":
		blocked.Because = fmt.Sprintf("not of capacity provider %q", typ.Provider)
	case "zone":
		blocked.Because = "the tasks have no subnet in this zone"
	default:
		blocked.Because = fmt.Sprintf("memberOf %q doesn't hold", typ.MemberOf[excluded.Expression].Text)
	}
	if blocked.Because != "" {
		return blocked
	}
	for r, free := range c.free(b) {
		if need := c.demand(t, r); need > free {
			blocked.Lacks = append(blocked.Lacks, Lack{r, need, free})
		}
	}
	if blocked.Lacks == nil {
		blocked.Because = "nothing seen here"
		if groups, tasks := c.beside(b); !c.constraints.MayBeside(t, class, groups, tasks) {
			blocked.Because = "a memberOf expression doesn't hold beside the tasks there"
		}
	}
	return blocked
}

// beside is the groups of the tasks on each instance of b, and how many tasks there are.
func (c *Cluster) beside(b *Bin) (groups []string, tasks int64) {
	for _, r := range b.Before {
		if r.Count > 0 {
			groups, tasks = append(groups, r.Group), tasks+r.Count
		}
	}
	for _, t := range b.Tasks {
		groups, tasks = append(groups, c.problem.Types[t.Service].Group), tasks+t.Count
	}
	return groups, tasks
}
