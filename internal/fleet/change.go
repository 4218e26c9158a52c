package fleet

import (
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Copy is a fleet that can be changed without changing f.
func (f *Fleet) Copy() *Fleet {
	c := *f
	c.Groups, c.Subnets, c.Assumptions = slices.Clone(f.Groups), slices.Clone(f.Subnets), slices.Clone(f.Assumptions)
	return &c
}

// MadeByTemplate says that the fleet was made of a template, which doesn't tell the operating system: that is one of the image.
func (f *Fleet) MadeByTemplate() {
	f.OfTemplate = true
	for i := range f.Groups {
		delete(f.Groups[i].Attributes, systemAttribute)
	}
}

// LoseZone takes away all instances of an Availability Zone, and all free addresses there.
func (f *Fleet) LoseZone(zone string) {
	f.Groups = slices.DeleteFunc(f.Groups, func(g Group) bool { return g.Zone == zone })
	for i, s := range f.Subnets {
		if s.Zone == zone {
			f.Subnets[i].Free = new(int64)
			f.Subnets[i].From.Note = "its zone is lost"
		}
	}
}

// LaunchesAnywhere tells whether a provider launches instances in several zones: how many in which isn't known.
func (f *Fleet) LaunchesAnywhere() bool {
	zones := map[string]string{}
	return slices.ContainsFunc(f.Groups, func(g Group) bool {
		before, seen := zones[g.Provider]
		if g.Launched {
			zones[g.Provider] = g.Zone
		}
		return g.Launched && seen && before != g.Zone
	})
}

// HasSpot tells whether instances are Spot Instances.
func (f *Fleet) HasSpot() bool {
	return slices.ContainsFunc(f.Groups, func(g Group) bool { return g.Spot })
}

// Reclaimed notes where a quota comes from of which nothing is left.
const Reclaimed = "Spot capacity is reclaimed"

// LoseSpot takes away all Spot Instances, and the quota of Fargate Spot.
func (f *Fleet) LoseSpot() {
	f.Groups = slices.DeleteFunc(f.Groups, func(g Group) bool { return g.Spot })
	f.SpotVCPUs = &Quota{From: certificate.Source{File: f.Object.File.Name, Note: Reclaimed}}
}

// Scale has managed scaling launch instances of a provider, in each of its zones so many, in place of those up to its maximum.
func (f *Fleet) Scale(p *Provider, counts []int64) {
	f.Groups = slices.DeleteFunc(f.Groups, func(g Group) bool { return g.Launched && g.Provider == p.Name })
	f.launch(p, counts)
	distinguish(f.Groups)
}

// Held is instances of a group on which the same runs.
type Held struct {
	Count   int64
	Running []Running
}

// Hold adds an instance to those on which the same runs.
func Hold(all []Held, running []Running) []Held {
	same := func(a, b Running) bool { return a.Group == b.Group && a.Count == b.Count && a.Amounts == b.Amounts }
	i := slices.IndexFunc(all, func(h Held) bool { return slices.EqualFunc(h.Running, running, same) })
	if i < 0 {
		return append(all, Held{1, running})
	}
	all[i].Count++
	return all
}

// Settle has tasks run on the instances of each group beside those that run there, and makes a group of those with the same.
func (f *Fleet) Settle(held [][]Held) {
	var groups []Group
	for i, g := range f.Groups {
		for _, h := range held[i] {
			in := g
			in.Count, in.Running = h.Count, append(slices.Clip(g.Running), h.Running...)
			groups = append(groups, in)
		}
	}
	f.Groups = groups
	distinguish(f.Groups)
}

// Drain makes a group of its own, the last one, of one instance of the group of a name, without the tasks that are to be replaced.
func (f *Fleet) Drain(group string, replaced func(group string) bool) {
	i := slices.IndexFunc(f.Groups, func(g Group) bool { return g.Name == group })
	drained := f.Groups[i]
	f.Groups[i].Count--
	drained.Count, drained.Name = 1, drained.Name+", draining"
	drained.Running = slices.DeleteFunc(slices.Clone(drained.Running), func(r Running) bool { return replaced(r.Group) })
	f.Groups = append(f.Groups, drained)
}

// LoseInstance takes away one instance of the group of a name: that with an id, or its ARN, else any.
func (f *Fleet) LoseInstance(group, id string) {
	i := slices.IndexFunc(f.Groups, func(g Group) bool { return g.Name == group })
	g := &f.Groups[i]
	g.IDs = slices.DeleteFunc(slices.Clone(g.IDs), func(o string) bool { return o == InstanceID(id) })
	f.grow(i, -1, "one is lost")
}

// Has tells whether one of the instances has an id, or its ARN.
func (g *Group) Has(id string) bool { return slices.Contains(g.IDs, InstanceID(id)) }

// Add gives the i-th group one instance more, on which nothing runs.
func (f *Fleet) Add(i int) {
	if len(f.Groups[i].Running) == 0 {
		f.grow(i, 1, "one more")
		return
	}
	added := f.Groups[i]
	added.Running, added.IDs, added.Count = nil, nil, 0
	added.Name += ", added"
	f.Groups = append(f.Groups, added)
	f.grow(len(f.Groups)-1, 1, "one more")
}

func (f *Fleet) grow(i int, by int64, note string) {
	g := &f.Groups[i]
	g.Count += by
	g.From = maps.Clone(g.From)
	from := g.From["count"]
	from.Note = note
	g.From["count"] = from
}

// Zones are the Availability Zones of instances and subnets, sorted.
func (f *Fleet) Zones() []string {
	var zones []string
	for _, g := range f.Groups {
		zones = append(zones, g.Zone)
	}
	for _, s := range f.Subnets {
		zones = append(zones, s.Zone)
	}
	slices.Sort(zones)
	return slices.DeleteFunc(slices.Compact(zones), func(zone string) bool { return zone == "" })
}

// InstanceZones are the Availability Zones of instances, sorted; none where that of one isn't known.
func (f *Fleet) InstanceZones() []string {
	var zones []string
	for _, g := range f.Groups {
		if g.Zone == "" {
			return nil
		}
		zones = append(zones, g.Zone)
	}
	slices.Sort(zones)
	return slices.Compact(zones)
}

// Shared are the custom attributes that all instances have, and whether no instance has others that aren't listed.
func (f *Fleet) Shared() (attributes map[string]string, closed bool) {
	for i, g := range f.Groups {
		if i == 0 {
			attributes, closed = maps.Clone(g.Attributes), g.Closed
		}
		closed = closed && g.Closed
		maps.DeleteFunc(attributes, func(name, text string) bool {
			other, has := g.Attributes[name]
			return !has || other != text || strings.HasPrefix(name, "ecs.")
		})
	}
	return attributes, closed
}
