package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

func TestPlatforms(t *testing.T) {
	strategy := func(names ...string) *ecs.Object {
		items := list()
		for _, name := range names {
			items.Items = append(items.Items, object("capacityProvider", str(name)))
		}
		return inFile("service.json", ecs.TypeService, object("serviceName", str("web"), "taskDefinition", str("shop"), "capacityProviderStrategy", items))
	}
	service := func(launchType string) *ecs.Object {
		return inFile("service.json", ecs.TypeService, object("serviceName", str("web"), "taskDefinition", str("shop"), "launchType", str(launchType)))
	}
	task := inFile("run-task.json", ecs.TypeTask, object("taskDefinition", str("shop"), "launchType", str("FARGATE")))
	task.Ordinal = 1
	odd := func(more ...any) *ecs.Object {
		return inFile("service.json", ecs.TypeService, object(append([]any{"taskDefinition", str("shop")}, more...)...))
	}
	for _, test := range []struct {
		name     string
		required []any // members of the task definition
		users    []*ecs.Object
		fargate  value.Tri
		because  string
	}{
		{"required", []any{"requiresCompatibilities", list(str("EC2"), str("FARGATE"))}, nil, value.True, `"requiresCompatibilities" lists FARGATE`},
		{"another required", []any{"requiresCompatibilities", list(str("EC2"))}, nil, value.False, ""},
		{"required wins over launched", []any{"requiresCompatibilities", list(str("EC2"))}, []*ecs.Object{service("FARGATE")}, value.False, ""},
		{"one of the required isn't known", []any{"requiresCompatibilities", list(str("EC2"), unknown("${TYPE}"))}, nil, value.Unknown, ""},
		{"more may be required", []any{"requiresCompatibilities", incomplete(list(str("EC2")))}, nil, value.Unknown, ""},
		{"unknown what is required", []any{"requiresCompatibilities", unknown("${TYPES}")}, []*ecs.Object{service("FARGATE")}, value.Unknown, ""},
		{"nobody tells", nil, nil, value.Unknown, ""},
		{"an empty list tells nothing", []any{"requiresCompatibilities", list()}, []*ecs.Object{service("FARGATE")}, value.True, "service web launches it on FARGATE"},
		{"launched by a service", nil, []*ecs.Object{service("FARGATE")}, value.True, "service web launches it on FARGATE"},
		{"launched elsewhere", nil, []*ecs.Object{service("EC2")}, value.Unknown, ""},
		{"launched by two", nil, []*ecs.Object{service("EC2"), service("FARGATE")}, value.True, "service web launches it on FARGATE"},
		{"launched by a task", nil, []*ecs.Object{task}, value.True, "task #1 launches it on FARGATE"},
		{"by a capacity provider", nil, []*ecs.Object{strategy("FARGATE_SPOT")}, value.True, "service web launches it on FARGATE"},
		{"by the second capacity provider", nil, []*ecs.Object{strategy("mine", "FARGATE")}, value.True, "service web launches it on FARGATE"},
		{"by a capacity provider of one's own", nil, []*ecs.Object{strategy("mine")}, value.Unknown, ""},
		{"by an unknown launch type", nil, []*ecs.Object{odd("launchType", unknown("${TYPE}"))}, value.Unknown, ""},
		{"a service without a launch type", nil, []*ecs.Object{odd()}, value.Unknown, ""},
	} {
		td := definition("task.json", str("shop"), test.required...)
		because, fargate := ecs.NewProject(append(test.users, td)).Platforms(td).Requires(ecs.Fargate)
		if fargate != test.fargate || because != test.because {
			t.Errorf("%s: %v %q, want %v %q", test.name, fargate, because, test.fargate, test.because)
		}
	}
}
