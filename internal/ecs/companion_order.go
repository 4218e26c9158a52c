package ecs

import (
	"slices"
	"strings"
)

// Before are the objects that certainly exist when an object is made, as it depends on them or on what depends on them.
// They are not complete where it depends on something that isn't among the objects.
func (p *Project) Before(o *Object) (before []*Object, complete bool) {
	if o.Origin == nil {
		return nil, false
	}
	complete = !slices.ContainsFunc(o.Origin.DependsOn, func(id string) bool { return p.byID[id] == nil })
	seen := map[*Object]bool{o: true}
	for next := []*Object{o}; len(next) > 0; next = next[1:] {
		for _, id := range next[0].Origin.DependsOn {
			if on := p.byID[id]; on != nil && !seen[on] {
				seen[on] = true
				before = append(before, on)
				next = append(next, on)
			}
		}
	}
	return before, complete
}

// SameStack reports objects of one stack: between two stacks the order is that of the stacks.
func SameStack(a, b *Object) bool {
	return a.Origin != nil && b.Origin != nil && stackOf(a.Origin.ID) == stackOf(b.Origin.ID)
}

func stackOf(id string) string { return id[:strings.LastIndexByte(id, '/')+1] }
