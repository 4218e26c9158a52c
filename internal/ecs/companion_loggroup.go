package ecs

import "github.com/ecslint/ecslint/internal/value"

// LogGroup is a log group of CloudWatch Logs.
type LogGroup struct {
	value.Object
	Name value.Value[string] // where it is absent, CloudFormation makes one up
}

// LogGroup is the log group that an object is; nil for another.
func (o *Object) LogGroup() *LogGroup {
	return companion(o, func(o value.Object) LogGroup {
		return LogGroup{Object: o, Name: value.String(o, "LogGroupName")}
	}, "AWS::Logs::LogGroup")
}
