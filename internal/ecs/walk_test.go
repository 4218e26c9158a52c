package ecs_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

func TestUnreadMembers(t *testing.T) {
	for _, test := range []struct {
		name  string
		shape string
		root  *syntax.Node
		want  []string // the key, its place, why
	}{
		{
			"known keys", "RegisterTaskDefinition",
			object("family", str("a"), "containerDefinitions", list(object("name", str("web"), "dockerLabels", object("anything", str("x"))))),
			nil,
		},
		{
			"nested, only the top key", "RegisterTaskDefinition",
			object("containerDefinitions", list(
				object("name", str("web"), "Image", str("x"), "logging", object("driver", str("y"), "logDriver", str("z"))),
				object("portMappings", list(object("port", num("1")))),
			), "runtimePlatform", object("os", str("LINUX"))),
			[]string{
				"Image | containerDefinitions[web].Image | not a member of ContainerDefinition in the AWS API",
				"logging | containerDefinitions[web].logging | not a member of ContainerDefinition in the AWS API",
				"port | containerDefinitions[1].portMappings[0].port | not a member of PortMapping in the AWS API",
				"os | runtimePlatform.os | not a member of RuntimePlatform in the AWS API",
			},
		},
		{
			"output of describe-task-definition as input", "RegisterTaskDefinition",
			object("family", str("a"), "taskDefinitionArn", str("arn"), "requiresAttributes", list(object("odd", str("x"))), "revison", num("1")),
			[]string{
				"taskDefinitionArn | taskDefinitionArn | only in output of describe calls",
				"requiresAttributes | requiresAttributes | only in output of describe calls",
				"revison | revison | not a member of RegisterTaskDefinition in the AWS API",
			},
		},
		{"output read as such", "TaskDefinition", object("revision", num("1"), "requiresAttributes", list(object("name", str("x")))), nil},
		{
			"a member of the other call on services", "UpdateService",
			object("launchType", str("EC2"), "runningCount", num("1"), "forceNewDeployment", boolean("true")),
			[]string{
				"launchType | launchType | not a member of UpdateService in the AWS API",
				"runningCount | runningCount | only in output of describe calls",
			},
		},
		{
			"union and document", "CreateService",
			object(
				"serviceConnectConfiguration", object("containerConfigurations", list(object("logLevel", str("debug")), object("level", str("debug")))),
				"deploymentConfiguration", object("lifecycleHooks", list(object("hookDetails", object("any", str("thing"))))),
			),
			[]string{"level | serviceConnectConfiguration.containerConfigurations[1].level | not a member of ServiceConnectContainerConfiguration in the AWS API"},
		},
		{
			"unknown keys and values", "RegisterTaskDefinition",
			object(unknown("${KEY}"), str("x"), "${OTHER}", str("x"), "volumes", unknown("${VOLUMES}"), "runtimePlatform", incomplete(object())),
			nil,
		},
		{
			"of duplicate keys the last", "RegisterTaskDefinition",
			object("runtimePlatform", object("first", str("x")), "odd", str("x"), "odd", str("y"), "runtimePlatform", object("last", str("x"))),
			[]string{
				"odd | odd | not a member of RegisterTaskDefinition in the AWS API",
				"odd | odd | not a member of RegisterTaskDefinition in the AWS API",
				"last | runtimePlatform.last | not a member of RuntimePlatform in the AWS API",
			},
		},
		{"another kind than the shape says", "RegisterTaskDefinition", object("containerDefinitions", object("odd", str("x")), "family", object("odd", str("x"))), nil},
		{"nothing", "RegisterTaskDefinition", nil, nil},
		{"no such shape", "Nothing", object("odd", str("x")), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, u := range ecs.UnreadMembers(test.root, test.shape) {
				got = append(got, strings.Join([]string{u.Range.File.Slice(u.Range), u.At, u.Why}, " | "))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
