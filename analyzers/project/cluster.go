package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
)

// clustersOf are the clusters in which an object runs tasks, by name or ARN.
func clustersOf(o *ecs.Object) references {
	switch o.Type {
	case ecs.TypeService:
		return only(o.Service().Cluster)
	case ecs.TypeTask:
		return only(o.Task().Cluster)
	case ecs.TypeTaskSet:
		return only(o.TaskSet().Cluster)
	case ecs.TypeExpressService:
		return only(o.ExpressService().Cluster)
	case ecs.TypeSchedule:
		return only(o.Schedule().Target.Arn)
	case ecs.TypeEventTargets:
		targets := o.EventTargets().Targets
		all := references{complete: targets.Complete}
		for _, target := range targets.Items {
			if !target.EcsParameters.Absent() {
				all.values = append(all.values, target.Arn)
			}
		}
		return all
	}
	return only()
}

// lastPart is the name in an ARN, or the name itself.
func lastPart(text string) string { return text[strings.LastIndexByte(text, '/')+1:] }
