package placement

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/internal/workload"
)

// constraint is a placement constraint of any API that has one.
type constraint struct{ kind, expression value.Value[string] }

func constraintsOf(o *ecs.Object) []constraint {
	var all []constraint
	if td := o.TaskDefinition(); td != nil {
		for _, c := range td.PlacementConstraints.Items {
			all = append(all, constraint{c.Type, c.Expression})
		}
	}
	for _, w := range workload.All(o) {
		for _, c := range w.PlacementConstraints.Items {
			all = append(all, constraint{c.Type, c.Expression})
		}
	}
	return all
}
