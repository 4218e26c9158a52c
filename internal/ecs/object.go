// Package ecs holds what every format is turned into: objects in the shape of the AWS API, the typed model that
// is decoded from them, and the links between them.
package ecs

import (
	"strconv"
	"sync"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

// Type is the kind of thing that an object describes. It is also the subject that rules are grouped by.
type Type string

const (
	TypeTaskDefinition Type = "taskdefinition"
	TypeService        Type = "service"
	TypeTask           Type = "task"
	TypeCommand        Type = "command"
	TypeAction         Type = "action"
	TypeCluster        Type = "cluster"
	TypeCapacity       Type = "capacity"
)

var typeNames = map[Type]string{
	TypeTaskDefinition: "task definition",
	TypeService:        "service",
	TypeTask:           "task",
	TypeCommand:        "command",
	TypeAction:         "action",
	TypeCluster:        "cluster",
	TypeCapacity:       "capacity",
}

// String is the type in plain words.
func (t Type) String() string { return typeNames[t] }

// Object is one task definition, service or task: a tree in the shape of the API's input, wherever it came from. Beside
// them a command is one, in the shape of Call.
type Object struct {
	Type      Type
	Operation string       // the API operation whose input it is, as in CreateService
	Root      *syntax.Node // keys as the AWS API writes them; placeholders are Unknown
	File      *source.File // where it begins
	Format    string       // json, shell
	Ordinal   int          // 1-based, among the objects of its type in its file
	Output    bool         // it is saved output of a describe call, not an input
	Fragment  bool         // it is only a part: a bare list of containers
	Given     Given        // who gives it to AWS, as far as that is in sight
	Unread    []Unread     // what stands in the source and isn't in Root

	// TaskDefinitionPath is the absolute path of the file that holds the task definition of a service, where a
	// configuration of both says so; else "".
	TaskDefinitionPath string

	once           sync.Once
	taskDefinition *TaskDefinition
	service        *Service
	task           *Task
	call           *Call
}

// Given tells who gives an object to AWS.
type Given uint8

const (
	InFile    Given = iota // nobody in sight: what reads the file may drop or add keys
	ByOptions              // a call of the AWS CLI, by its options
	ByInput                // a call of the AWS CLI, by --cli-input-json or --cli-input-yaml and options beside it
)

// Unread is a part of the source that no object holds, and why.
type Unread struct {
	Range source.Range
	At    string // where it stands, in the notation of places
	Why   string
}

// Label names the object for people: its type and name, else its type and 1-based ordinal.
func (o *Object) Label() string {
	if name, ok := o.Name(); ok {
		return o.Type.String() + " " + name
	}
	return o.Type.String() + " #" + strconv.Itoa(o.Ordinal)
}

// Name is the family of a task definition, the name of a service, cluster or capacity provider, a command in short; false
// where it isn't known.
func (o *Object) Name() (string, bool) {
	o.decode()
	switch {
	case o.taskDefinition != nil:
		return o.taskDefinition.Family.Get()
	case o.service != nil:
		if name, ok := o.service.ServiceName.Get(); ok {
			return name, true
		}
		return o.service.Service.Get()
	case o.call != nil:
		return o.call.String(), true
	}
	return o.untypedName()
}

// untypedName is the name of an object without a typed model: of a cluster, of a capacity provider.
func (o *Object) untypedName() (string, bool) {
	member := map[Type]string{TypeCluster: "clusterName", TypeCapacity: "name"}[o.Type]
	if n := o.Root.Get(member); n != nil && n.Kind == syntax.String && n.Text.Len() > 0 {
		return n.String(), true
	}
	return "", false
}

// TaskDefinition is the decoded task definition; nil for objects of another type.
func (o *Object) TaskDefinition() *TaskDefinition { o.decode(); return o.taskDefinition }

// Service is the decoded service; nil for objects of another type.
func (o *Object) Service() *Service { o.decode(); return o.service }

// Task is the decoded input of RunTask or StartTask; nil for objects of another type.
func (o *Object) Task() *Task { o.decode(); return o.task }

// Call is the decoded command; nil for objects of another type.
func (o *Object) Call() *Call { o.decode(); return o.call }

func (o *Object) decode() {
	o.once.Do(func() {
		root := value.NewObject(o.Root)
		switch o.Type {
		case TypeTaskDefinition:
			v := decodeTaskDefinition(root)
			o.taskDefinition = &v
		case TypeService:
			v := decodeService(root)
			o.service = &v
		case TypeTask:
			v := decodeTask(root)
			o.task = &v
		case TypeCommand:
			v := decodeCall(root)
			o.call = &v
		}
	})
}

// AllUnread is what stands in the source and no rule reads: what the adapter left out, and members that the API
// doesn't know.
func (o *Object) AllUnread() []Unread {
	return append(append([]Unread{}, o.Unread...), UnreadMembers(o.Root, o.Operation)...)
}
