package ecs

import "github.com/ecslint/ecslint/internal/value"

// Type is the kind of thing that an object describes. It is also the subject that rules are grouped by.
type Type string

const (
	TypeTaskDefinition       Type = "taskdefinition"
	TypeService              Type = "service"
	TypeTask                 Type = "task"
	TypeCommand              Type = "command"
	TypeAction               Type = "action"
	TypeCluster              Type = "cluster"
	TypeCapacityProvider     Type = "capacityprovider"
	TypeClusterCapacity      Type = "clustercapacity" // the capacity providers of a cluster
	TypeTaskSet              Type = "taskset"
	TypeExpressService       Type = "expressservice"
	TypeDaemon               Type = "daemon"
	TypeDaemonTaskDefinition Type = "daemontaskdefinition"
	TypeScalableTarget       Type = "scalabletarget"
	TypeScalingPolicy        Type = "scalingpolicy"
	TypeScheduledAction      Type = "scheduledaction"
	TypeEventRule            Type = "eventrule"
	TypeEventTargets         Type = "eventtargets" // what an event rule starts
	TypeSchedule             Type = "schedule"
	TypeRepository           Type = "repository"
	TypeAppSpec              Type = "appspec"
	TypeFleet                Type = "fleet"
)

var typeNames = map[Type]string{
	TypeTaskDefinition:       "task definition",
	TypeService:              "service",
	TypeTask:                 "task",
	TypeCommand:              "command",
	TypeAction:               "action",
	TypeCluster:              "cluster",
	TypeCapacityProvider:     "capacity provider",
	TypeClusterCapacity:      "capacity of cluster",
	TypeTaskSet:              "task set",
	TypeExpressService:       "express service",
	TypeDaemon:               "daemon",
	TypeDaemonTaskDefinition: "daemon task definition",
	TypeScalableTarget:       "scalable target",
	TypeScalingPolicy:        "scaling policy",
	TypeScheduledAction:      "scheduled action",
	TypeEventRule:            "event rule",
	TypeEventTargets:         "target list of event rule",
	TypeSchedule:             "schedule",
	TypeRepository:           "repository",
	TypeAppSpec:              "appspec",
	TypeFleet:                "fleet",
}

// String is the type in plain words.
func (t Type) String() string { return typeNames[t] }

// OperationAppSpec stands for the operation of an appspec: no operation takes one as its input.
const OperationAppSpec = "AppSpec"

// types are the operations whose input is an object, with its type.
var types = map[string]Type{
	"CreateCapacityProvider":       TypeCapacityProvider,
	"CreateCluster":                TypeCluster,
	"CreateDaemon":                 TypeDaemon,
	"CreateExpressGatewayService":  TypeExpressService,
	"CreateRepository":             TypeRepository,
	"CreateSchedule":               TypeSchedule,
	"CreateService":                TypeService,
	"CreateTaskSet":                TypeTaskSet,
	"PutClusterCapacityProviders":  TypeClusterCapacity,
	"PutRule":                      TypeEventRule,
	"PutScalingPolicy":             TypeScalingPolicy,
	"PutScheduledAction":           TypeScheduledAction,
	"PutTargets":                   TypeEventTargets,
	"RegisterDaemonTaskDefinition": TypeDaemonTaskDefinition,
	"RegisterScalableTarget":       TypeScalableTarget,
	"RegisterTaskDefinition":       TypeTaskDefinition,
	"RunTask":                      TypeTask,
	"StartTask":                    TypeTask,
	"UpdateCapacityProvider":       TypeCapacityProvider,
	"UpdateCluster":                TypeCluster,
	"UpdateDaemon":                 TypeDaemon,
	"UpdateExpressGatewayService":  TypeExpressService,
	"UpdateSchedule":               TypeSchedule,
	"UpdateService":                TypeService,
	"UpdateTaskSet":                TypeTaskSet,
	OperationAppSpec:               TypeAppSpec,
	OperationFleet:                 TypeFleet,
}

// TypeOf is the type of what an operation takes; "" where that is no object of its own.
func TypeOf(operation string) Type { return types[operation] }

// decoders make the typed model of each type from the tree.
var decoders = map[Type]func(value.Object) any{
	TypeTaskDefinition:       decoder(decodeTaskDefinition),
	TypeService:              decoder(decodeService),
	TypeTask:                 decoder(decodeTask),
	TypeCommand:              decoder(decodeCall),
	TypeCluster:              decoder(decodeCluster),
	TypeCapacityProvider:     decoder(decodeCapacityProvider),
	TypeClusterCapacity:      decoder(decodeClusterCapacity),
	TypeTaskSet:              decoder(decodeTaskSet),
	TypeExpressService:       decoder(decodeExpressService),
	TypeDaemon:               decoder(decodeDaemon),
	TypeDaemonTaskDefinition: decoder(decodeDaemonTaskDefinition),
	TypeScalableTarget:       decoder(decodeScalableTarget),
	TypeScalingPolicy:        decoder(decodeScalingPolicy),
	TypeScheduledAction:      decoder(decodeScheduledAction),
	TypeEventRule:            decoder(decodeEventRule),
	TypeEventTargets:         decoder(decodeEventTargets),
	TypeSchedule:             decoder(decodeSchedule),
	TypeRepository:           decoder(decodeRepository),
	TypeAppSpec:              decoder(decodeAppSpec),
	TypeFleet:                decoder(decodeFleet),
}

func decoder[T any](decode func(value.Object) T) func(value.Object) any {
	return func(o value.Object) any {
		v := decode(o)
		return &v
	}
}

// asObject decodes an item whose keys are the user's own.
func asObject(o value.Object) value.Object { return o }
