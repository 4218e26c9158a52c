package schema_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/schema"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/schemas"
)

// objectOf is the input of an operation as a file holds it.
func objectOf(operation, text string) *ecs.Object {
	f := source.NewFile("input.json", "", []byte(text))
	root, _ := json.Parse(f.Text())
	o := adapt.NewObject(f, "json", "other", operation, root)
	o.Ordinal = 1
	return o
}

// findings are the rules and places of what is wrong with an input.
func findings(t *testing.T, o *ecs.Object, fedTo string) string {
	t.Helper()
	found, err := schema.Check(o, fedTo)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, d := range found {
		list = append(list, d.Severity.String()+" "+d.Rule+" "+d.At)
	}
	slices.Sort(list)
	return strings.Join(list, "; ")
}

// operations are inputs of every operation that has a schema: one that is right, and one with one fault.
var operations = []struct{ operation, good, bad, want string }{
	{"CreateCapacityProvider",
		`{"name": "a", "autoScalingGroupProvider": {"autoScalingGroupArn": "x", "managedScaling": {"targetCapacity": 100, "status": "ENABLED"}}}`,
		`{"autoScalingGroupProvider": {"autoScalingGroupArn": "x", "managedScaling": {"targetCapacity": 101}}}`,
		"error out-of-range autoScalingGroupProvider.managedScaling.targetCapacity"},
	{"CreateCluster", `{"clusterName": "a-b_1", "settings": [{"name": "containerInsights", "value": "enhanced"}]}`,
		`{"clusterName": "a b"}`, "warning invalid-value clusterName"},
	{"CreateDaemon", `{"daemonName": "a", "daemonTaskDefinitionArn": "b", "capacityProviderArns": ["c"]}`,
		`{"capacityProviderArns": "c"}`, "error wrong-type capacityProviderArns"},
	{"CreateExpressGatewayService", `{"infrastructureRoleArn": "a", "primaryContainer": {"image": "b"}}`,
		`{"primaryContainer": {"containerPort": 80}}`, "error missing-key primaryContainer"},
	{"CreateRepository", `{"repositoryName": "shop/web", "imageTagMutability": "IMMUTABLE", "encryptionConfiguration": {"encryptionType": "KMS"}}`,
		`{"repositoryName": "Shop"}`, "error invalid-value repositoryName"},
	{"CreateSchedule",
		`{"Name": "nightly", "ScheduleExpression": "rate(1 day)", "StartDate": "2026-11-21T00:00:00Z", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "a", "RoleArn": "b",
		  "EcsParameters": {"TaskDefinitionArn": "c", "TaskCount": 10, "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["d"]}}, "Tags": [{"e": "f"}]}}}`,
		`{"FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "a", "RoleArn": "b", "EcsParameters": {"TaskDefinitionArn": "c", "TaskCount": 11}}}`,
		"error out-of-range Target.EcsParameters.TaskCount"},
	{"CreateService", `{"serviceName": "a", "tags": [{"key": "b", "value": "c"}]}`,
		`{"schedulingStrategy": "Daemon"}`, "error invalid-value schedulingStrategy"},
	{"CreateTaskSet", `{"service": "a", "cluster": "b", "taskDefinition": "c", "scale": {"value": 50.5, "unit": "PERCENT"}}`,
		`{"scale": {"value": "50"}}`, "error wrong-type scale.value"},
	{"PutClusterCapacityProviders", `{"cluster": "a", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": [{"capacityProvider": "FARGATE"}]}`,
		`{"defaultCapacityProviderStrategy": [{"weight": 1}]}`, "error missing-key defaultCapacityProviderStrategy[0]"},
	{"PutRule", `{"Name": "nightly", "ScheduleExpression": "rate(1 day)", "State": "ENABLED"}`, `{"State": "enabled"}`, "error invalid-value State"},
	{"PutScalingPolicy",
		`{"PolicyName": "cpu", "ServiceNamespace": "ecs", "ResourceId": "service/a/b", "ScalableDimension": "ecs:service:DesiredCount", "PolicyType": "TargetTrackingScaling",
		  "TargetTrackingScalingPolicyConfiguration": {"TargetValue": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilizationHighResolution"}}}`,
		`{"TargetTrackingScalingPolicyConfiguration": {"TargetValue": "60"}}`, "error wrong-type TargetTrackingScalingPolicyConfiguration.TargetValue"},
	{"PutScheduledAction", `{"ScheduledActionName": "night", "ServiceNamespace": "ecs", "ResourceId": "service/a/b", "ScalableDimension": "ecs:service:DesiredCount", "Schedule": "rate(1 day)",
		  "StartTime": 1795219200, "EndTime": "2026-12-01T00:00:00Z", "ScalableTargetAction": {"MinCapacity": 1}}`,
		`{"ScalableTargetAction": {"MinCapacity": "one"}}`, "error wrong-type ScalableTargetAction.MinCapacity"},
	{"PutTargets", `{"Rule": "nightly", "Targets": [{"Id": "1", "Arn": "a", "EcsParameters": {"TaskDefinitionArn": "b", "CapacityProviderStrategy": [{"capacityProvider": "FARGATE"}]}}]}`,
		`{"Targets": [{"Id": "1", "Arn": "a", "EcsParameters": {"TaskDefinitionArn": "b", "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE"}]}}]}`,
		"error unknown-key Targets[0].EcsParameters.CapacityProviderStrategy[0].CapacityProvider"},
	{"RegisterDaemonTaskDefinition", `{"family": "a", "containerDefinitions": [{"image": "b"}]}`,
		`{"containerDefinitions": [{"name": "b"}]}`, "error missing-key containerDefinitions[b]"},
	{"RegisterScalableTarget", `{"ServiceNamespace": "ecs", "ResourceId": "service/a/b", "ScalableDimension": "ecs:service:DesiredCount", "MinCapacity": 1, "MaxCapacity": 4}`,
		`{"ScalableDimension": "ecs:service:desiredCount"}`, "error invalid-value ScalableDimension"},
	{"RegisterTaskDefinition", `{"family": "a", "containerDefinitions": [{"name": "b", "image": "c"}]}`,
		`{"containerDefinitions": [{"name": "b", "dockerLabels": {"com.x": 1}}]}`, `error wrong-type containerDefinitions[b].dockerLabels["com.x"]`},
	{"RunTask", `{"taskDefinition": "a", "count": 10}`, `{"overrides": {"containerOverrides": [{"memory": true}]}}`,
		"error wrong-type overrides.containerOverrides[0].memory"},
	{"StartTask", `{"taskDefinition": "a", "containerInstances": ["b"]}`, `{"launchType": "EC2"}`, "warning unknown-key launchType"},
	{"UpdateCapacityProvider", `{"name": "a"}`, `{"autoScalingGroupProvider": {"managedDraining": "on"}}`,
		"error invalid-value autoScalingGroupProvider.managedDraining"},
	{"UpdateCluster", `{"cluster": "a", "serviceConnectDefaults": {"namespace": "b"}}`, `{"clusterName": "a"}`, "warning unknown-key clusterName"},
	{"UpdateDaemon", `{"daemonArn": "a", "daemonTaskDefinitionArn": "b", "capacityProviderArns": ["c"]}`, `{"capacityProviderArns": {}, "daemonArn": ["a"]}`, "error wrong-type daemonArn"},
	{"UpdateExpressGatewayService", `{"serviceArn": "a", "scalingTarget": {"minTaskCount": 1}}`, `{"scalingTarget": {"minTaskCount": "1"}}`, "error wrong-type scalingTarget.minTaskCount"},
	{"UpdateSchedule", `{"Name": "a", "State": "DISABLED", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": "b", "RoleArn": "c"}}`, `{"Name": "a b"}`, "error invalid-value Name"},
	{"UpdateService", `{"service": "a", "forceNewDeployment": true}`, `{"forceNewDeployment": "yes"}`, "error wrong-type forceNewDeployment"},
	{"UpdateTaskSet", `{"cluster": "a", "service": "b", "taskSet": "c", "scale": {"value": 100, "unit": "PERCENT"}}`, `{"scale": {"unit": "percent"}}`, "error invalid-value scale.unit"},
	{"AppSpec",
		`{"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": "a", "LoadBalancerInfo": {"ContainerName": "b", "ContainerPort": "80"}}}}], "Hooks": [{"AfterInstall": "c"}]}`,
		`{"Resources": [{"TargetService": {"Properties": {"TaskDefinitions": "a"}}}]}`, "warning unknown-key Resources[0].TargetService.Properties.TaskDefinitions"},
	{"Fleet",
		`{"cluster": "a", "containerInstances": [{"instanceType": "m5.large", "attributes": {"stack": "b"}, "runningTasks": [{"service": "c", "ports": [80]}]}], "fargate": {"spotVcpus": 6}}`,
		`{"containerInstances": [{"instanceType": "m5.large", "reservedPorts": [0, 70000]}], "capacityProviders": [{"name": "a", "targetCapacity": 101}]}`,
		"error out-of-range capacityProviders[a].targetCapacity; error out-of-range containerInstances[0].reservedPorts[1]"},
	{"DescribeClusters", `{"include": 5}`, `{}`, ""},
}

// TestEveryOperation checks all schemas, also those of inputs that no rule reads as objects of their own yet.
func TestEveryOperation(t *testing.T) {
	for _, test := range operations {
		t.Run(test.operation, func(t *testing.T) {
			if got := findings(t, objectOf(test.operation, test.good), ""); got != "" {
				t.Errorf("%s\n  %s", test.good, got)
			}
			if got := findings(t, objectOf(test.operation, test.bad), ""); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", test.bad, got, test.want)
			}
		})
	}
}

func TestEverySchemaIsTested(t *testing.T) {
	files, err := fs.Glob(schemas.Files, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !slices.ContainsFunc(schemas.Models(), func(m schemas.Model) bool {
			_, ok := ecs.OperationOf(m.Command, strings.TrimSuffix(name, ".json"))
			return ok
		}) {
			continue
		}
		tested := slices.ContainsFunc(operations, func(test struct{ operation, good, bad, want string }) bool {
			file, ok := fileOf(test.operation)
			return ok && file == name
		})
		if !tested {
			t.Errorf("%s: no input for it", name)
		}
	}
	for _, test := range operations[:len(operations)-1] {
		if got := findings(t, objectOf(test.operation, `{"noSuchKey": 1}`), ""); got != "warning unknown-key noSuchKey" {
			t.Errorf("%s: %q", test.operation, got)
		}
	}
}

// fileOf is the file of an operation's schema.
func fileOf(operation string) (string, bool) {
	switch operation {
	case ecs.OperationAppSpec:
		return "appspec.json", true
	case ecs.OperationFleet:
		return "fleet.json", true
	}
	o, ok := ecs.OperationNamed(operation)
	return o.Subcommand + ".json", ok
}

// TestWhoGivesIt checks what depends on who sends an object.
func TestWhoGivesIt(t *testing.T) {
	const text = `{"_comment": "x", "enableLogging": true, "serviceName": "", "revision": 1, "status": "ACTIVE"}`
	o := objectOf("CreateService", text)
	if got, want := findings(t, o, ""), "warning output-only-key status; warning unknown-key enableLogging; warning unknown-key revision"; got != want {
		t.Errorf("in a file:\ngot  %s\nwant %s", got, want)
	}
	if got, want := findings(t, o, "RegisterTaskDefinition"), "error output-only-key revision; error unknown-key _comment; error unknown-key enableLogging"; !strings.HasPrefix(got, want) {
		t.Errorf("fed to another operation:\ngot  %s\nwant %s", got, want)
	}
	o = objectOf("CreateService", text)
	o.Given = ecs.ByInput
	if got, want := findings(t, o, ""), "error missing-key "; !strings.Contains(got, want) {
		t.Errorf("as input of a call:\ngot  %s\nwant %s", got, want)
	}
}

func TestIncomplete(t *testing.T) {
	const text = `{"containerDefinitions": [${X}, {"name": "a", "secrets": [{"name": "B"}]}], "tags": {"a": "b"}}`
	o := objectOf("RegisterTaskDefinition", text)
	want := "error missing-key containerDefinitions[a].secrets[B]; error wrong-type tags"
	if got := findings(t, o, ""); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	o.Root.Get("containerDefinitions").Items[0].Get("secrets").Items[0].Incomplete = true
	if got := findings(t, o, ""); got != "error wrong-type tags" {
		t.Errorf("of an incomplete object: %s", got)
	}
}

// TestNumbersBeyondReason: the validator panics on the first of these where it reads it itself.
func TestNumbersBeyondReason(t *testing.T) {
	for _, number := range []string{"1e4000000", "-1e4000000", "1e400", "1e-4000000", "9223372036854775808", "1e308", "0.1e1", strings.Repeat("9", 100000)} {
		o := objectOf("RegisterTaskDefinition", `{"containerDefinitions": [{"name": "a", "cpu": `+number+`, "portMappings": [{"containerPort": 1}]}]}`)
		if got := findings(t, o, ""); strings.Contains(got, "internal") {
			t.Errorf("%.20s: %s", number, got)
		}
	}
}

func TestRules(t *testing.T) {
	for _, r := range schema.Rules() {
		if err := r.Validate(); err != nil {
			t.Error(err)
		}
		if !strings.HasPrefix(r.Sources[0], "model: aws-sdk-go-v2/service/ecs v") {
			t.Errorf("%s: %s", r.Name, r.Sources[0])
		}
	}
}
