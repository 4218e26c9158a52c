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

// Object is one thing that people describe to AWS, such as a task definition, a service or a schedule: a tree in the shape of
// the API's input, wherever it came from. Beside them a command is one, in the shape of Call.
type Object struct {
	Type      Type
	Operation string           // the API operation whose input it is, as in CreateService
	Root      *syntax.Node     // keys as the AWS API writes them; placeholders are Unknown
	File      *source.File     // where it begins
	Format    string           // json, shell
	Ordinal   int              // 1-based, among the objects of its type in its file
	Output    bool             // it is saved output of a describe call, not an input
	Fragment  bool             // it is only a part: a bare list of containers
	Given     Given            // who gives it to AWS, as far as that is in sight
	Unread    []Unread         // what stands in the source and isn't in Root
	Origin    *Origin          // where in a template it stands; nil for what is in none
	Problems  []syntax.Problem // what is wrong with the text that it was read from, beside what the rules say

	// TaskDefinitionPath is the absolute path of the file that holds the task definition of a service, where a
	// configuration of both says so; else "".
	TaskDefinitionPath string

	once    sync.Once
	decoded any // a pointer to the typed model; nil for a type without one
	derived derived
}

// Given tells who gives an object to AWS.
type Given uint8

const (
	InFile     Given = iota // nobody in sight: what reads the file may drop or add keys
	ByOptions               // a call of the AWS CLI, by its options
	ByInput                 // a call of the AWS CLI, by --cli-input-json or --cli-input-yaml and options beside it
	ByTemplate              // CloudFormation
)

// Unread is a part of the source that no object holds, and why.
type Unread struct {
	Range source.Range
	At    string // where it stands, in the notation of places
	Why   string
}

// AllUnread is what stands in the source and no rule reads: what the adapter left out, and members that the API
// doesn't know.
func (o *Object) AllUnread() []Unread {
	return append(append([]Unread{}, o.Unread...), UnreadMembers(o.Root, o.Operation)...)
}

// Label names the object for people: its type and name, else its type and 1-based ordinal.
func (o *Object) Label() string {
	if o.Origin != nil {
		return o.Origin.label(o.Type)
	}
	if name, ok := o.Name(); ok {
		return o.Type.String() + " " + name
	}
	return o.Type.String() + " #" + strconv.Itoa(o.Ordinal)
}

// names are the members that name an object, the one that counts most first.
var names = map[Type][]string{
	TypeTaskDefinition:       {"family"},
	TypeService:              {"serviceName", "service"},
	TypeCluster:              {"clusterName", "cluster"},
	TypeCapacityProvider:     {"name"},
	TypeClusterCapacity:      {"cluster"},
	TypeTaskSet:              {"externalId", "taskSet"},
	TypeExpressService:       {"serviceName", "serviceArn"},
	TypeDaemon:               {"daemonName", "daemonArn"},
	TypeDaemonTaskDefinition: {"family"},
	TypeScalableTarget:       {"ResourceId"},
	TypeScalingPolicy:        {"PolicyName"},
	TypeScheduledAction:      {"ScheduledActionName"},
	TypeEventRule:            {"Name"},
	TypeEventTargets:         {"Rule"},
	TypeSchedule:             {"Name"},
	TypeRepository:           {"repositoryName"},
	TypeFleet:                {"cluster"},
}

// Name is what the object is called, as in the family of a task definition or the resource of a scalable target; a command
// in short; false where it isn't known.
func (o *Object) Name() (string, bool) {
	if o.Type == TypeCommand {
		return o.Call().String(), true
	}
	root := value.NewObject(o.Root)
	for _, member := range names[o.Type] {
		if name, ok := value.String(root, member).Get(); ok {
			return name, true
		}
	}
	return "", false
}

// TaskDefinition is the decoded task definition; nil for objects of another type, as for all of these.
func (o *Object) TaskDefinition() *TaskDefinition { return as[TaskDefinition](o) }

// Service is the decoded service.
func (o *Object) Service() *Service { return as[Service](o) }

// Task is the decoded input of RunTask or StartTask.
func (o *Object) Task() *Task { return as[Task](o) }

// Call is the decoded command.
func (o *Object) Call() *Call { return as[Call](o) }

// Cluster is the decoded cluster.
func (o *Object) Cluster() *Cluster { return as[Cluster](o) }

// CapacityProvider is the decoded capacity provider.
func (o *Object) CapacityProvider() *CapacityProvider { return as[CapacityProvider](o) }

// ClusterCapacity is the decoded input of PutClusterCapacityProviders.
func (o *Object) ClusterCapacity() *ClusterCapacity { return as[ClusterCapacity](o) }

// TaskSet is the decoded task set.
func (o *Object) TaskSet() *TaskSet { return as[TaskSet](o) }

// ExpressService is the decoded service of ECS Express Mode.
func (o *Object) ExpressService() *ExpressService { return as[ExpressService](o) }

// Daemon is the decoded daemon.
func (o *Object) Daemon() *Daemon { return as[Daemon](o) }

// DaemonTaskDefinition is the decoded task definition of a daemon.
func (o *Object) DaemonTaskDefinition() *DaemonTaskDefinition { return as[DaemonTaskDefinition](o) }

// ScalableTarget is the decoded input of RegisterScalableTarget.
func (o *Object) ScalableTarget() *ScalableTarget { return as[ScalableTarget](o) }

// ScalingPolicy is the decoded scaling policy.
func (o *Object) ScalingPolicy() *ScalingPolicy { return as[ScalingPolicy](o) }

// ScheduledAction is the decoded scheduled action of a scalable target.
func (o *Object) ScheduledAction() *ScheduledAction { return as[ScheduledAction](o) }

// EventRule is the decoded rule of EventBridge.
func (o *Object) EventRule() *EventRule { return as[EventRule](o) }

// EventTargets is the decoded input of PutTargets.
func (o *Object) EventTargets() *EventTargets { return as[EventTargets](o) }

// Schedule is the decoded schedule of EventBridge Scheduler.
func (o *Object) Schedule() *Schedule { return as[Schedule](o) }

// Repository is the decoded repository of ECR.
func (o *Object) Repository() *Repository { return as[Repository](o) }

// AppSpec is the decoded appspec of CodeDeploy.
func (o *Object) AppSpec() *AppSpec { return as[AppSpec](o) }

// as is the typed model of an object, where it is a T.
func as[T any](o *Object) *T {
	o.once.Do(func() {
		if decode := decoders[o.Type]; decode != nil {
			o.decoded = decode(value.NewObject(o.Root))
		}
	})
	v, _ := o.decoded.(*T)
	return v
}
