package ecs

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/value"
)

// AboutECS tells of what several services take, such as a scaling policy, whether it is about ECS for certain. All else
// is.
func (o *Object) AboutECS() bool {
	switch o.Type {
	case TypeScalableTarget, TypeScalingPolicy, TypeScheduledAction:
		root := value.NewObject(o.Root)
		namespace := value.String(root, "ServiceNamespace")
		dimension, _ := value.String(root, "ScalableDimension").Get()
		name, _ := namespace.Get()
		return name == "ecs" || namespace.Absent() && strings.HasPrefix(dimension, "ecs:")
	case TypeEventTargets:
		return slices.ContainsFunc(o.EventTargets().Targets.Items, func(t EventsTarget) bool {
			return t.EcsParameters.Where().Node() != nil
		})
	case TypeSchedule:
		return o.Schedule().Target.EcsParameters.Where().Node() != nil
	}
	return true
}
