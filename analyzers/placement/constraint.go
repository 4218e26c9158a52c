package placement

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// constraint is a placement constraint of any API that has one.
type constraint struct{ kind, expression value.Value[string] }

func constraintsOf(o *ecs.Object) []constraint {
	switch o.Type {
	case ecs.TypeTaskDefinition:
		return constraintsIn(o.TaskDefinition().PlacementConstraints, func(c ecs.TaskDefinitionPlacementConstraint) constraint {
			return constraint{c.Type, c.Expression}
		})
	case ecs.TypeService:
		return constraintsIn(o.Service().PlacementConstraints, ofECS)
	case ecs.TypeTask:
		return constraintsIn(o.Task().PlacementConstraints, ofECS)
	case ecs.TypeSchedule:
		return constraintsIn(o.Schedule().Target.EcsParameters.PlacementConstraints, func(c ecs.SchedulerPlacementConstraint) constraint {
			return constraint{c.Type, c.Expression}
		})
	case ecs.TypeEventTargets:
		var all []constraint
		for _, target := range o.EventTargets().Targets.Items {
			all = append(all, constraintsIn(target.EcsParameters.PlacementConstraints, func(c ecs.EventsPlacementConstraint) constraint {
				return constraint{c.Type, c.Expression}
			})...)
		}
		return all
	}
	return nil
}

func ofECS(c ecs.PlacementConstraint) constraint { return constraint{c.Type, c.Expression} }

func constraintsIn[T any](list value.List[T], of func(T) constraint) []constraint {
	var all []constraint
	for _, item := range list.Items {
		all = append(all, of(item))
	}
	return all
}
