package ecs

import "github.com/ecslint/ecslint/internal/value"

// AutoScalingGroup is an Auto Scaling group.
type AutoScalingGroup struct {
	value.Object
	ProtectedFromScaleIn value.Value[bool] // whether its new instances are
}

// AutoScalingGroup is the Auto Scaling group that an object is; nil for another.
func (o *Object) AutoScalingGroup() *AutoScalingGroup {
	return companion(o, func(o value.Object) AutoScalingGroup {
		return AutoScalingGroup{Object: o, ProtectedFromScaleIn: value.Bool(o, "NewInstancesProtectedFromScaleIn")}
	}, "AWS::AutoScaling::AutoScalingGroup")
}
