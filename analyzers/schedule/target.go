package schedule

import (
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// target is what a rule or a schedule of EventBridge starts a task by.
type target struct {
	id             string // of a target of a rule, where it is known
	arn, role      value.Value[string]
	taskDefinition value.Value[string]
	input          value.Value[string]
}

// targetsOf are the targets of an object that start tasks.
func targetsOf(o *ecs.Object) []target {
	switch o.Type {
	case ecs.TypeSchedule:
		t := o.Schedule().Target
		if t.EcsParameters.Where().Node() != nil {
			return []target{{"", t.Arn, t.RoleArn, t.EcsParameters.TaskDefinitionArn, t.Input}}
		}
	case ecs.TypeEventTargets:
		var targets []target
		for _, t := range o.EventTargets().Targets.Items {
			if t.EcsParameters.Where().Node() != nil {
				id, _ := t.Id.Get()
				targets = append(targets, target{id, t.Arn, t.RoleArn, t.EcsParameters.TaskDefinitionArn, t.Input})
			}
		}
		return targets
	}
	return nil
}

// arnParts are the parts of an ARN: partition, service, Region, account, resource; false for what is none.
func arnParts(arn string) ([]string, bool) {
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) != 6 || parts[0] != "arn" {
		return nil, false
	}
	return parts[1:], true
}
