package main

import (
	"fmt"
	"maps"
	"slices"
)

// reachable are all structures that the roots hold, the roots too, sorted by name.
func (m *model) reachable(roots ...string) []*structure {
	found := map[string]*structure{}
	var visit func(name string)
	visit = func(name string) {
		if found[name] != nil {
			return
		}
		found[name] = m.structures[name]
		for _, f := range m.structures[name].fields {
			if f.kind == kindStructure {
				visit(f.target)
			}
		}
	}
	for _, root := range roots {
		visit(root)
	}
	var all []*structure
	for _, name := range slices.Sorted(maps.Keys(found)) {
		all = append(all, found[name])
	}
	return all
}

// checkFinite refuses a structure that holds itself: the typed model holds structures by value.
func (m *model) checkFinite(name string, around ...string) error {
	if slices.Contains(around, name) {
		return fmt.Errorf("%s holds itself: the typed model can't hold it by value", name)
	}
	for _, f := range m.structures[name].fields {
		if f.kind != kindStructure {
			continue
		}
		if err := m.checkFinite(f.target, append(around, name)...); err != nil {
			return err
		}
	}
	return nil
}

// union is one structure with the members of several; members of the same name must be of the same type, or the structure
// of one must have all that the other's has.
func (m *model) union(name string, of ...string) (*structure, error) {
	members := map[string]field{}
	for _, part := range of {
		for _, f := range m.structures[part].fields {
			other, ok := members[f.wire]
			switch {
			case !ok || m.covers(f.valueType, other.valueType):
				members[f.wire] = f
			case !m.covers(other.valueType, f.valueType):
				return nil, fmt.Errorf("%s: %s is %v in %s and %v elsewhere", name, f.wire, f.valueType, part, other.valueType)
			}
		}
	}
	s := &structure{name: name}
	for _, wire := range slices.Sorted(maps.Keys(members)) {
		s.fields = append(s.fields, members[wire])
	}
	return s, nil
}

// covers reports that a value of type b can be read as one of type a.
func (m *model) covers(a, b valueType) bool {
	if a == b {
		return true
	}
	if a.kind != kindStructure || b.kind != kindStructure || a.list != b.list {
		return false
	}
	wider := m.structures[a.target].fields
	for _, f := range m.structures[b.target].fields {
		i := slices.IndexFunc(wider, func(other field) bool { return other.wire == f.wire })
		if i < 0 || !m.covers(wider[i].valueType, f.valueType) {
			return false
		}
	}
	return true
}
