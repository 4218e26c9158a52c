package scaling

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// named is what every object of Application Auto Scaling names.
type named struct{ resource, dimension, namespace value.Value[string] }

// namedBy is false for objects of other services.
func namedBy(o *ecs.Object) (named, bool) {
	switch o.Type {
	case ecs.TypeScalableTarget:
		t := o.ScalableTarget()
		return named{t.ResourceId, t.ScalableDimension, t.ServiceNamespace}, true
	case ecs.TypeScalingPolicy:
		p := o.ScalingPolicy()
		return named{p.ResourceId, p.ScalableDimension, p.ServiceNamespace}, true
	case ecs.TypeScheduledAction:
		a := o.ScheduledAction()
		return named{a.ResourceId, a.ScalableDimension, a.ServiceNamespace}, true
	}
	return named{}, false
}

// creates reports an input that tells everything. AWS keeps what a call for something that exists leaves out.
func creates(o *ecs.Object) bool { return o.Given == ecs.ByTemplate }
