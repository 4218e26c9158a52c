package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

const jobARN = "arn:aws:ecs:eu-west-1:123456789012:task-definition/job"

func eventTargets(targets ...*syntax.Node) *ecs.Object {
	return inFile("targets.json", ecs.TypeEventTargets, object("Rule", str("nightly"), "Targets", list(targets...)))
}

func target(parameters ...any) *syntax.Node {
	return object("Id", str("1"), "EcsParameters", object(parameters...))
}

func schedule(parameters ...any) *ecs.Object {
	return inFile("schedule.json", ecs.TypeSchedule, object("Name", str("nightly"), "Target", object("EcsParameters", object(parameters...))))
}

func appSpec(properties ...any) *ecs.Object {
	resource := object("TargetService", object("Type", str("AWS::ECS::Service"), "Properties", object(properties...)))
	return inFile("appspec.yaml", ecs.TypeAppSpec, object("Resources", list(resource)))
}

// TestLaunchedBy tells where a task definition runs by what launches it, beside services and tasks.
func TestLaunchedBy(t *testing.T) {
	fargate := func(key string) *syntax.Node { return list(object(key, str("FARGATE"))) }
	for _, test := range []struct {
		name    string
		user    *ecs.Object
		linked  bool
		fargate value.Tri
		because string
	}{
		{"task set", inFile("set.json", ecs.TypeTaskSet, object("taskDefinition", str("job"), "externalId", str("green"), "launchType", str("FARGATE"))),
			true, value.True, "task set green launches it on FARGATE"},
		{"event rule", eventTargets(object("Id", str("0")), target("TaskDefinitionArn", str(jobARN), "LaunchType", str("FARGATE"))),
			true, value.True, "target list of event rule nightly launches it on FARGATE"},
		{"event rule with providers", eventTargets(target("TaskDefinitionArn", str("job"), "CapacityProviderStrategy", fargate("capacityProvider"))),
			true, value.True, "target list of event rule nightly launches it on FARGATE"},
		{"one of two targets", eventTargets(target("TaskDefinitionArn", str("other"), "LaunchType", str("FARGATE")), target("TaskDefinitionArn", str("job"))),
			false, value.Unknown, ""},
		{"event rule, fixed revision", eventTargets(target("TaskDefinitionArn", str(jobARN+":3"), "LaunchType", str("FARGATE"))), false, value.Unknown, ""},
		{"schedule", schedule("TaskDefinitionArn", str(jobARN), "LaunchType", str("FARGATE")), true, value.True, "schedule nightly launches it on FARGATE"},
		{"schedule elsewhere", schedule("TaskDefinitionArn", str(jobARN), "LaunchType", str("EC2")), true, value.Unknown, ""},
		{"schedule of what isn't known", schedule("TaskDefinitionArn", unknown("${JOB}"), "LaunchType", str("FARGATE")), false, value.Unknown, ""},
		{"appspec", appSpec("TaskDefinition", str("job"), "CapacityProviderStrategy", fargate("CapacityProvider")), true, value.True, "appspec #1 launches it on FARGATE"},
		{"appspec alone", appSpec("TaskDefinition", str(jobARN)), true, value.Unknown, ""},
		{"express service", inFile("express.json", ecs.TypeExpressService, object("taskDefinitionArn", str("job"))), false, value.Unknown, ""},
	} {
		test.user.Ordinal = 1
		td := definition("task.json", str("job"))
		p := ecs.NewProject([]*ecs.Object{test.user, td})
		if linked := p.TaskDefinitionOf(test.user) == td; linked != test.linked {
			t.Errorf("%s: linked %v, want %v", test.name, linked, test.linked)
		}
		because, fargate := p.Platforms(td).Requires(ecs.Fargate)
		if fargate != test.fargate || because != test.because {
			t.Errorf("%s: %v %q, want %v %q", test.name, fargate, because, test.fargate, test.because)
		}
	}
}

// Two targets of one rule may run two task definitions: it is a user of both, and links to neither alone.
func TestLaunchesOfSeveral(t *testing.T) {
	rule := eventTargets(target("TaskDefinitionArn", str("job")), target("TaskDefinitionArn", str("mail")), target("TaskDefinitionArn", str("job")))
	job, mail := definition("job.json", str("job")), definition("mail.json", str("mail"))
	p := ecs.NewProject([]*ecs.Object{rule, job, mail})
	if td := p.TaskDefinitionOf(rule); td != nil {
		t.Error("linked to", td.Label())
	}
	for _, td := range []*ecs.Object{job, mail} {
		if users := p.UsersOf(td); len(users) != 1 || users[0] != rule {
			t.Errorf("%s: %d users", td.Label(), len(users))
		}
	}
}
