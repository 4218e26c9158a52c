package ecs

import "github.com/ecslint/ecslint/internal/value"

// Alarm is an alarm of CloudWatch.
type Alarm struct {
	value.Object
	AlarmName value.Value[string] // where it is absent, CloudFormation makes one up
}

// Alarm is the alarm that an object is; nil for another.
func (o *Object) Alarm() *Alarm {
	return companion(o, func(o value.Object) Alarm {
		return Alarm{Object: o, AlarmName: value.String(o, "AlarmName")}
	}, "AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
}
