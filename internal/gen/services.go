package main

import "slices"

const sdk = "github.com/aws/aws-sdk-go-v2/service/"

// service is a service of AWS whose calls people keep in files and scripts.
type service struct {
	module     string   // of the SDK, as in eventbridge
	command    string   // of the AWS CLI, as in events
	prefix     string   // what its structures and enums are called by: names such as Tag exist in several services
	reference  string   // address of the API reference, up to the name of a page
	anchor     string   // how the pages of the reference begin the names of their parts
	operations []string // those that are read; nil for all
	outputs    []string // structures that describe calls give back, beside what the operations take
}

// services are all of them; the SDK has ECS's own first.
var services = []*service{
	{
		module: "ecs", command: "ecs", anchor: "ECS",
		reference: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_",
		outputs:   []string{"CapacityProvider", "Cluster", "Service", "TaskDefinition"},
	},
	{
		module: "applicationautoscaling", command: "application-autoscaling", prefix: "AppScaling", anchor: "autoscaling",
		reference:  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_",
		operations: []string{"PutScalingPolicy", "PutScheduledAction", "RegisterScalableTarget"},
	},
	{
		module: "eventbridge", command: "events", prefix: "Events", anchor: "eventbridge",
		reference:  "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_",
		operations: []string{"PutRule", "PutTargets"},
	},
	{
		module: "scheduler", command: "scheduler", prefix: "Scheduler", anchor: "scheduler",
		reference:  "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_",
		operations: []string{"CreateSchedule", "UpdateSchedule"},
	},
	{
		module: "ecr", command: "ecr", prefix: "ECR", anchor: "ECR",
		reference:  "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_",
		operations: []string{"CreateRepository"},
		outputs:    []string{"Repository"},
	},
}

// reads reports an operation of the service that is read.
func (s *service) reads(operation string) bool {
	return s.operations == nil || slices.Contains(s.operations, operation)
}

// link is where AWS describes a structure or an operation, or a member of it.
func (s *service) link(page string, isOperation bool, member string) string {
	switch {
	case member == "":
		return s.reference + page + ".html"
	case isOperation:
		return s.reference + page + ".html#" + s.anchor + "-" + page + "-request-" + member
	}
	return s.reference + page + ".html#" + s.anchor + "-Type-" + page + "-" + member
}
