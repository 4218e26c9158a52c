package main

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
	name   string
	fields []field // sorted by wire name
}

// model is the API as the SDK's source tells it.
type model struct {
	version    string // of the SDK's module, as in v1.104.0
	date       string // when that version was made, as in 2026-11-04
	structures map[string]*structure
	enums      map[string][]string // sorted
	operations []string            // names, sorted
}

// inputOf is the name that the SDK gives to the structure that an operation takes.
func inputOf(operation string) string { return operation + "Input" }
