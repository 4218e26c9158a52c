package main

import (
	"fmt"
	"strings"
)

// kind is what a value is on the wire; the texts are those of the constants in package ecs.
type kind string

const (
	kindString    kind = "KindString"
	kindEnum      kind = "KindEnum"
	kindInteger   kind = "KindInteger"
	kindFloat     kind = "KindFloat"
	kindBoolean   kind = "KindBoolean"
	kindTimestamp kind = "KindTimestamp"
	kindStructure kind = "KindStructure"
	kindMap       kind = "KindMap"
	kindDocument  kind = "KindDocument"
)

// valueType is the type of a value, or of the items of a list of such values.
type valueType struct {
	kind   kind
	target string // name of the structure or enum
	list   bool
}

// field is one member of a structure.
type field struct {
	valueType
	goName   string
	wire     string // name in requests
	required bool
}

// structure is a structure of the API, or a union, of which exactly one member is set.
type structure struct {
	name    string
	page    string   // address of what AWS says about it
	service *service // nil for a part of an appspec
	fields  []field  // sorted by wire name
}

// plainName is the name that AWS gives to the structure.
func (s *structure) plainName() string {
	if s.service != nil {
		return strings.TrimPrefix(s.name, s.service.prefix)
	}
	return s.name
}

// doc says what the structure is.
func (s *structure) doc() string {
	switch {
	case s.name == appSpecRoot:
		return s.name + " is an appspec for ECS, which tells CodeDeploy what to deploy."
	case s.service == nil:
		return s.name + " is a part of an appspec."
	case s.service.prefix == "":
		return s.name + " is the API structure of that name."
	}
	return fmt.Sprintf("%s is the structure %s of aws %s.", s.name, s.plainName(), s.service.command)
}

// operation is a call of the API.
type operation struct {
	name    string
	service *service
}

// release is a version of a module of the SDK.
type release struct {
	version string // as in v1.104.0
	date    string // when it was made, as in 2026-11-04
}

// model is the API as the SDK's source tells it.
type model struct {
	releases   map[string]release // by module
	structures map[string]*structure
	enums      map[string][]string // sorted
	operations []operation         // sorted by name
}

func newModel() *model {
	return &model{releases: map[string]release{}, structures: map[string]*structure{}, enums: map[string][]string{}}
}

// add adds a structure; names must be one structure's.
func (m *model) add(s *structure) error {
	if m.structures[s.name] != nil {
		return fmt.Errorf("%s is the name of two structures", s.name)
	}
	m.structures[s.name] = s
	return nil
}

// inputOf is the name that the SDK gives to the structure that an operation takes.
func inputOf(operation string) string { return operation + "Input" }
