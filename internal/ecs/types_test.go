package ecs_test

import (
	"regexp"
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// TestTypes checks each operation whose input is an object: its type, the member that names it, its typed model.
func TestTypes(t *testing.T) {
	word := regexp.MustCompile(`^[a-z]+$`)
	for _, test := range []struct {
		operation string
		root      *syntax.Node
		label     string
		model     func(*ecs.Object) bool
	}{
		{"CreateCapacityProvider", object("name", str("spot")), "capacity provider spot", func(o *ecs.Object) bool { return o.CapacityProvider() != nil }},
		{"CreateCluster", object("clusterName", str("prod")), "cluster prod", func(o *ecs.Object) bool { return o.Cluster() != nil }},
		{"UpdateCluster", object("cluster", str("prod")), "cluster prod", func(o *ecs.Object) bool { return o.Cluster() != nil }},
		{"PutClusterCapacityProviders", object("cluster", str("prod")), "capacity of cluster prod", func(o *ecs.Object) bool { return o.ClusterCapacity() != nil }},
		{"CreateTaskSet", object("service", str("web")), "task set #3", func(o *ecs.Object) bool { return o.TaskSet() != nil }},
		{"CreateExpressGatewayService", object("serviceName", str("web")), "express service web", func(o *ecs.Object) bool { return o.ExpressService() != nil }},
		{"CreateDaemon", object("daemonName", str("agent")), "daemon agent", func(o *ecs.Object) bool { return o.Daemon() != nil }},
		{"RegisterDaemonTaskDefinition", object("family", str("agent")), "daemon task definition agent", func(o *ecs.Object) bool { return o.DaemonTaskDefinition() != nil }},
		{"RegisterScalableTarget", object("ResourceId", str("service/prod/web")), "scalable target service/prod/web", func(o *ecs.Object) bool { return o.ScalableTarget() != nil }},
		{"PutScalingPolicy", object("PolicyName", str("cpu")), "scaling policy cpu", func(o *ecs.Object) bool { return o.ScalingPolicy() != nil }},
		{"PutScheduledAction", object("ScheduledActionName", str("night")), "scheduled action night", func(o *ecs.Object) bool { return o.ScheduledAction() != nil }},
		{"PutRule", object("Name", str("nightly")), "event rule nightly", func(o *ecs.Object) bool { return o.EventRule() != nil }},
		{"PutTargets", object("Rule", str("nightly")), "target list of event rule nightly", func(o *ecs.Object) bool { return o.EventTargets() != nil }},
		{"CreateSchedule", object("Name", unknown("${X}")), "schedule #3", func(o *ecs.Object) bool { return o.Schedule() != nil }},
		{"CreateRepository", object("repositoryName", str("shop")), "repository shop", func(o *ecs.Object) bool { return o.Repository() != nil }},
		{ecs.OperationFleet, object("cluster", str("prod")), "fleet prod", func(o *ecs.Object) bool { return o.Fleet() != nil }},
		{ecs.OperationAppSpec, object("version", num("0.0")), "appspec #3", func(o *ecs.Object) bool { return o.AppSpec() != nil }},
	} {
		o := inFile("x", ecs.TypeOf(test.operation), test.root)
		o.Ordinal = 3
		if !word.MatchString(string(o.Type)) {
			t.Errorf("%s: type %q is no word in lower case, as packages of policies are", test.operation, o.Type)
		}
		if got := o.Label(); got != test.label {
			t.Errorf("%s: %q, want %q", test.operation, got, test.label)
		}
		if !test.model(o) || o.Service() != nil {
			t.Errorf("%s: the typed model is another one's", test.operation)
		}
	}
	if got := ecs.TypeOf("DescribeClusters"); got != "" {
		t.Errorf("DescribeClusters makes an object of type %s", got)
	}
}

func TestDecodeOtherServices(t *testing.T) {
	target := (&ecs.Object{Type: ecs.TypeScalableTarget, Root: object("ServiceNamespace", str("ecs"), "MinCapacity", num("1"))}).ScalableTarget()
	wantKnown(t, target.ServiceNamespace, "ecs")
	wantKnown(t, target.MinCapacity, 1)

	action := (&ecs.Object{Type: ecs.TypeScheduledAction, Root: object("StartTime", num("1795219200"))}).ScheduledAction()
	wantKnown(t, action.StartTime, "1795219200")

	s := schedule("TaskDefinitionArn", str("job"), "TaskCount", num("2"), "Tags", list(object("team", str("shop"))),
		"NetworkConfiguration", object("awsvpcConfiguration", object("Subnets", list(str("subnet-1"))))).Schedule()
	parameters := s.Target.EcsParameters
	wantKnown(t, parameters.TaskCount, 2)
	wantKnown(t, parameters.NetworkConfiguration.AwsvpcConfiguration.Subnets.Items[0], "subnet-1")
	if len(parameters.Tags.Items) != 1 || parameters.Tags.Items[0].Absent() {
		t.Error("no tags")
	}

	spec := appSpec("LoadBalancerInfo", object("ContainerName", str("web"), "ContainerPort", str("80"))).AppSpec()
	wantKnown(t, spec.Resources.Items[0].TargetService.Properties.LoadBalancerInfo.ContainerPort, 80)

	// A member whose structure differs between create and update is read as the wider one.
	provider := (&ecs.Object{Type: ecs.TypeCapacityProvider, Root: object("autoScalingGroupProvider", object("autoScalingGroupArn", str("asg")))}).CapacityProvider()
	wantKnown(t, provider.AutoScalingGroupProvider.AutoScalingGroupArn, "asg")
}

func TestAboutECS(t *testing.T) {
	scalable := func(keysAndValues ...any) *ecs.Object {
		return inFile("x", ecs.TypeScalableTarget, object(keysAndValues...))
	}
	lambda := object("Id", str("1"), "Arn", str("arn:aws:lambda:eu-west-1:123456789012:function:f"))
	for _, test := range []struct {
		name   string
		object *ecs.Object
		want   bool
	}{
		{"ecs", scalable("ServiceNamespace", str("ecs")), true},
		{"another namespace", scalable("ServiceNamespace", str("dynamodb"), "ScalableDimension", str("ecs:service:DesiredCount")), false},
		{"unknown namespace", scalable("ServiceNamespace", unknown("$NS"), "ScalableDimension", str("ecs:service:DesiredCount")), false},
		{"only the dimension", scalable("ScalableDimension", str("ecs:service:DesiredCount")), true},
		{"nothing", scalable(), false},
		{"maybe more", inFile("x", ecs.TypeScalableTarget, incomplete(object("ScalableDimension", str("ecs:service:DesiredCount")))), false},
		{"task", eventTargets(lambda, target()), true},
		{"function", eventTargets(lambda), false},
		{"unknown targets", inFile("x", ecs.TypeEventTargets, object("Targets", unknown("$T"))), false},
		{"schedule", schedule(), true},
		{"schedule of something else", inFile("x", ecs.TypeSchedule, object("Target", object("Arn", str("x")))), false},
		{"service", serviceOf("x", "shop"), true},
	} {
		if got := test.object.AboutECS(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
