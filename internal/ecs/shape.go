package ecs

import (
	"slices"
	"strings"
	"sync"
)

//go:generate go -C ../gen run .

// Kind is what a value is in the AWS API.
type Kind string

const (
	KindString    Kind = "string"
	KindEnum      Kind = "enum"
	KindInteger   Kind = "integer"
	KindFloat     Kind = "float"
	KindBoolean   Kind = "boolean"
	KindTimestamp Kind = "timestamp"
	KindStructure Kind = "structure"
	KindMap       Kind = "map"      // from strings to strings; its keys are the user's own
	KindDocument  Kind = "document" // any JSON; its keys are the user's own
)

// Shape is a structure of the AWS API: which members it has. Of a union exactly one member is set.
type Shape struct {
	Name    string
	Members []MemberShape // sorted by name
}

// MemberShape is one member of a structure.
type MemberShape struct {
	Name     string // as requests write it
	Kind     Kind   // of the value; of a list, of its items
	Target   string // name of the structure or enum; "" for other kinds
	List     bool
	Required bool // the API refuses the structure without it
}

// ShapeOf finds a structure by the API's name for it, as in ContainerDefinition; the input of an operation by the
// operation's name, as in RegisterTaskDefinition. TaskDefinition, Service and others are what describe calls give back. What
// isn't of ECS has the service in front of its name, as in EventsTarget.
func ShapeOf(name string) (Shape, bool) {
	i, ok := slices.BinarySearchFunc(shapes, name, func(s Shape, name string) int { return strings.Compare(s.Name, name) })
	if !ok {
		return Shape{}, false
	}
	return shapes[i], true
}

// PlainName is what AWS calls a structure: EventsTarget is a Target.
func PlainName(shape string) string {
	for _, prefix := range prefixes {
		if name, ok := strings.CutPrefix(shape, prefix); ok && name != "" {
			return name
		}
	}
	return shape
}

// Member finds a member by its name.
func (s Shape) Member(name string) (MemberShape, bool) {
	i, ok := slices.BinarySearchFunc(s.Members, name, func(m MemberShape, name string) int { return strings.Compare(m.Name, name) })
	if !ok {
		return MemberShape{}, false
	}
	return s.Members[i], true
}

// MembersNamed are the members of any structure that have a name.
func MembersNamed(name string) []MemberShape { return membersByName()[name] }

var membersByName = sync.OnceValue(func() map[string][]MemberShape {
	index := map[string][]MemberShape{}
	for _, s := range shapes {
		for _, m := range s.Members {
			index[m.Name] = append(index[m.Name], m)
		}
	}
	return index
})
