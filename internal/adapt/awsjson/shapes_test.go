package awsjson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awsjson"
	"github.com/ecslint/ecslint/internal/source"
)

func read(name, text string) adapt.Result {
	return awsjson.Read(source.NewFile(name, "", []byte(text)))
}

// summary is one line for each object: its operation, its label, what it was made of, what is unread.
func summary(r adapt.Result) string {
	if len(r.Objects) == 0 {
		return "none: " + r.Why
	}
	var lines []string
	for i, o := range r.Objects {
		o.Ordinal = i + 1
		line := fmt.Sprintf("%s: %s", o.Operation, o.Label())
		if o.Output {
			line += ", output"
		}
		if o.Root.Incomplete {
			line += ", incomplete"
		}
		for _, u := range o.Unread {
			line += ", without " + u.At
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

const (
	foreign   = "none: JSON without the keys of a task definition, a service or another object of ECS"
	container = `{"name": "web", "image": "nginx", "essential": true}`
)

func TestShapes(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"register input", "", `{"family": "shop", "containerDefinitions": [` + container + `]}`, "RegisterTaskDefinition: task definition shop"},
		{"register input without a family", "", `{"containerDefinitions": []}`, "RegisterTaskDefinition: task definition #1"},
		{"register input without containers", "", `{"family": "shop", "networkMode": "awsvpc"}`, "RegisterTaskDefinition: task definition shop"},
		{"describe output", "", `{"taskDefinition": {"family": "shop", "revision": 3}, "tags": []}`, "RegisterTaskDefinition: task definition shop, output, without tags"},
		{"describe output, unwrapped", "", `{"family": "shop", "containerDefinitions": [], "revision": 3, "status": "ACTIVE"}`, "RegisterTaskDefinition: task definition shop, output"},
		{"recorded answer", "", `{"status_code": 200, "data": {"taskDefinition": {"family": "shop"}}}`, "RegisterTaskDefinition: task definition shop, output, without status_code"},
		{"bare list of containers", "", `[` + container + `, {"name": "log"}]`, "RegisterTaskDefinition: task definition #1, incomplete"},
		{"single container", "", container, "RegisterTaskDefinition: task definition #1, incomplete"},
		{"container without a name", "", `{"image": "nginx", "essential": true, "memory": 5}`, foreign},
		{"list of task definitions", "", `[{"family": "a", "containerDefinitions": []}, {"odd": 1}, {"family": "b", "containerDefinitions": []}]`,
			"RegisterTaskDefinition: task definition a, without [1]\nRegisterTaskDefinition: task definition b"},
		{"create-service", "", `{"serviceName": "web", "taskDefinition": "shop", "desiredCount": 1}`, "CreateService: service web"},
		{"update-service", "", `{"service": "web", "desiredCount": 1, "forceNewDeployment": true}`, "UpdateService: service web"},
		{"create-service output", "", `{"service": {"serviceName": "web", "runningCount": 1}}`, "CreateService: service web, output"},
		{"describe-services", "", `{"services": [{"serviceName": "a"}, "odd", {"serviceName": "b"}], "failures": [{"arn": "x"}]}`,
			"CreateService: service a, output, without [1], without failures\nCreateService: service b, output"},
		{"ecspresso service", "ecs-service-def.json", `{"deploymentConfiguration": {"maximumPercent": 200}, "desiredCount": 1, "launchType": "", "pendingCount": 0, "runningCount": 0}`,
			"CreateService: service #1, output"},
		{"ecspresso task definition", "", "{\"family\": \"{{ must_env `NAME` }}\", \"containerDefinitions\": [{{ range . }}" + container + ",{{ end }}]}", "RegisterTaskDefinition: task definition #1"},
		{"run-task", "", `{"taskDefinition": "shop", "cluster": "c", "overrides": {}}`, "RunTask: task #1"},
		{"run-task by count", "", `{"taskDefinition": "shop", "count": 2}`, "RunTask: task #1"},
		{"start-task", "", `{"taskDefinition": "shop", "containerInstances": ["i-1"]}`, "StartTask: task #1"},
		{"fits both", "input.json", `{"taskDefinition": "shop", "cluster": "c", "launchType": "FARGATE"}`, "none: JSON whose keys fit both a service and a run-task call: not read"},
		{"fits both, named run-task", "x/run-task.json", `{"taskDefinition": "shop", "cluster": "c", "launchType": "FARGATE"}`, "RunTask: task #1"},
		{"fits both, named service", "x/service.json", `{"taskDefinition": "shop", "cluster": "c", "launchType": "FARGATE"}`, "CreateService: service #1"},
		{"blank skeleton of register", "", `{"family": "", "taskRoleArn": "", "networkMode": "none", "containerDefinitions": [{"name": "", "image": "", "memory": 0}]}`, "RegisterTaskDefinition: task definition #1"},
		{"blank skeleton of create-service", "", `{"cluster": "", "serviceName": "", "taskDefinition": "", "loadBalancers": []}`, "CreateService: service #1"},
		{"blank skeleton of run-task", "", `{"capacityProviderStrategy": [], "cluster": "", "count": 0, "taskDefinition": ""}`, "RunTask: task #1"},

		{"create-cluster", "", `{"clusterName": "prod", "settings": [{"name": "containerInsights", "value": "enabled"}], "_comment": "x"}`, "CreateCluster: cluster prod"},
		{"create-cluster with providers", "", `{"clusterName": "prod", "capacityProviders": ["FARGATE"]}`, "CreateCluster: cluster prod"},
		{"update-cluster", "", `{"cluster": "prod", "serviceConnectDefaults": {"namespace": "x"}}`, "UpdateCluster: cluster prod"},
		{"describe-clusters", "", `{"clusters": [{"clusterArn": "x", "clusterName": "prod"}, "odd"], "failures": []}`, "CreateCluster: cluster prod, output, without [1], without failures"},
		{"create-cluster output", "", `{"cluster": {"clusterArn": "x", "clusterName": "prod"}}`, "CreateCluster: cluster prod, output"},
		{"put-cluster-capacity-providers", "", `{"cluster": "prod", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": []}`, "PutClusterCapacityProviders: capacity of cluster prod"},
		{"create-capacity-provider", "", `{"name": "spot", "autoScalingGroupProvider": {"autoScalingGroupArn": "x"}}`, "CreateCapacityProvider: capacity provider spot"},
		{"create-capacity-provider, Managed Instances", "", `{"name": "mi", "managedInstancesProvider": {"instanceLaunchTemplate": {"ec2InstanceProfileArn": "x", "networkConfiguration": {}}}}`,
			"CreateCapacityProvider: capacity provider mi"},
		{"update-capacity-provider", "", `{"name": "spot", "autoScalingGroupProvider": {"managedScaling": {"status": "ENABLED"}}}`, "UpdateCapacityProvider: capacity provider spot"},
		{"describe-capacity-providers", "", `{"capacityProviders": [{"capacityProviderArn": "x", "name": "spot"}]}`, "CreateCapacityProvider: capacity provider spot, output"},
		{"create-task-set", "", `{"service": "web", "cluster": "prod", "taskDefinition": "shop", "loadBalancers": [], "scale": {"value": 50, "unit": "PERCENT"}}`, "CreateTaskSet: task set #1"},
		{"update-task-set", "", `{"service": "web", "cluster": "prod", "taskSet": "ecs-svc/1", "scale": {"value": 50, "unit": "PERCENT"}}`, "UpdateTaskSet: task set ecs-svc/1"},
		{"create-express-gateway-service", "", `{"serviceName": "web", "infrastructureRoleArn": "x", "primaryContainer": {"image": "nginx"}}`, "CreateExpressGatewayService: express service web"},
		{"create-express-gateway-service of a task definition", "", `{"infrastructureRoleArn": "x", "taskDefinitionArn": "y"}`, "CreateExpressGatewayService: express service #1"},
		{"update-express-gateway-service", "", `{"serviceArn": "arn", "primaryContainer": {"image": "nginx"}}`, "UpdateExpressGatewayService: express service arn"},
		{"create-daemon", "", `{"daemonName": "agent", "daemonTaskDefinitionArn": "x", "capacityProviderArns": []}`, "CreateDaemon: daemon agent"},
		{"update-daemon", "", `{"daemonArn": "arn", "daemonTaskDefinitionArn": "x"}`, "UpdateDaemon: daemon arn"},
		{"register-scalable-target", "", `{"ServiceNamespace": "ecs", "ResourceId": "service/prod/web", "ScalableDimension": "ecs:service:DesiredCount", "MinCapacity": 1}`,
			"RegisterScalableTarget: scalable target service/prod/web"},
		{"put-scaling-policy", "", `{"PolicyName": "cpu", "ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount"}`, "PutScalingPolicy: scaling policy cpu"},
		{"put-scheduled-action", "", `{"ScheduledActionName": "night", "ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount"}`, "PutScheduledAction: scheduled action night"},
		{"put-targets", "", `{"Rule": "nightly", "Targets": [{"Id": "1", "Arn": "x", "EcsParameters": {"TaskDefinitionArn": "shop"}}]}`, "PutTargets: target list of event rule nightly"},
		{"list of targets", "", `[{"Id": "1", "Arn": "x", "EcsParameters": {"TaskDefinitionArn": "shop"}}, {"Id": "2", "Arn": "y"}]`, "PutTargets: target list of event rule #1, incomplete"},
		{"create-schedule", "", `{"Name": "nightly", "ScheduleExpression": "rate(1 day)", "Target": {"Arn": "x", "EcsParameters": {"TaskDefinitionArn": "shop"}}}`, "CreateSchedule: schedule nightly"},
		{"create-repository", "", `{"repositoryName": "shop", "imageTagMutability": "IMMUTABLE"}`, "CreateRepository: repository shop"},
		{"describe-repositories", "", `{"repositories": [{"repositoryArn": "x", "repositoryName": "shop", "imageTagMutability": "MUTABLE"}]}`, "CreateRepository: repository shop, output"},
		{"fleet by its name", "prod.fleet.json", `{"subnets": []}`, "Fleet: fleet #1"},
		{"fleet by its keys", "", `{"cluster": "prod", "containerInstances": [{"instanceType": "m5.large"}]}`, "Fleet: fleet prod"},
		{"fleet of quotas", "", `{"fargate": {"onDemandVcpus": 6}}`, "Fleet: fleet #1"},
		{"a fleet of another program", "fleet.json", `{"defaultNamespace": "x", "helm": {"chart": "y"}}`, foreign},
		{"described instances", "fleet.json", `{"containerInstances": [{"containerInstanceArn": "x"}], "failures": []}`, foreign},
		{"described instances alone", "", `{"containerInstances": [{"containerInstanceArn": "x"}]}`, foreign},
		{"appspec", "appspec.json", `{"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": "shop"}}}]}`, "AppSpec: appspec #1"},
		{"appspec in other capitals", "", `{"version": 1, "resources": [{"web": {"type": "AWS::ECS::Service", "properties": {"taskDefinition": "shop"}}}], "hooks": []}`, "AppSpec: appspec #1"},

		{"Managed Instances, partly", "", `{"name": "mi", "managedInstancesProvider": {"instanceLaunchTemplate": {"instanceRequirements": {}}}}`, "UpdateCapacityProvider: capacity provider mi"},
		{"scaling of another service", "", `{"ServiceNamespace": "dynamodb", "ResourceId": "table/x", "ScalableDimension": "dynamodb:table:ReadCapacityUnits"}`, foreign},
		{"targets of another service", "", `{"Rule": "nightly", "Targets": [{"Id": "1", "Arn": "x"}]}`, foreign},
		{"list of targets of another service", "", `[{"Id": "1", "Arn": "x"}]`, foreign},
		{"a schedule of another service", "", `{"Name": "x", "ScheduleExpression": "rate(1 day)", "Target": {"Arn": "x", "RoleArn": "y"}}`, foreign},
		{"appspec of a function", "", `{"version": 0.0, "Resources": [{"f": {"Type": "AWS::Lambda::Function", "Properties": {"Name": "f"}}}]}`, foreign},
		{"appspec of servers", "", `{"version": 0.0, "os": "linux", "files": [], "hooks": {}}`, foreign},
		{"Terraform state", "", `{"version": 4, "terraform_version": "1.9.0", "resources": [{"type": "x", "instances": []}]}`, foreign},
		{"a cluster of another kind", "", `{"clusterName": "kafka", "settings": [{"a": 1}], "brokers": 3}`, foreign},
		{"clusters of another kind", "", `{"clusters": ["a", {"name": "b"}]}`, foreign},
		{"a deploy tool's cluster", "", `{"clusterName": "prod", "capacityProviders": ["FARGATE"], "vpc": "x"}`, foreign},
		{"a repository of another kind", "", `{"repositoryName": "code", "repositoryDescription": "x"}`, foreign},
		{"CloudFormation", "", `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}`, foreign},
		{"package.json", "package.json", `{"name": "x", "version": "1.0.0", "dependencies": {}}`, foreign},
		{"tsconfig", "tsconfig.json", `{"compilerOptions": {}, "include": []}`, foreign},
		{"OpenAPI", "", `{"openapi": "3.0.0", "info": {"title": "x"}, "paths": {}, "servers": []}`, foreign},
		{"a deploy tool's own file", "", `{"cluster": "x", "desiredCount": 1, "containers": [{"containerName": "web", "containerImage": "nginx"}]}`, foreign},
		{"Kubernetes", "", `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}, "spec": {"containers": [{"name": "web", "image": "nginx"}]}}`, foreign},
		{"Kubernetes container", "", `{"name": "web", "image": "nginx", "ports": [{"containerPort": 80}], "env": []}`, foreign},
		{"Compose", "", `{"services": {"web": {"image": "nginx", "ports": ["80:80"]}}, "version": "3"}`, foreign},
		{"Compose service", "", `{"image": "nginx", "environment": ["A=b"], "ports": ["80:80"]}`, foreign},
		{"list of services of another kind", "", `{"services": [{"name": "x"}]}`, foreign},
		{"Serverless", "serverless.json", `{"service": {"name": "shop"}, "provider": {"name": "aws"}, "functions": {}}`, foreign},
		{"settings", "", `{"taskDefinition": {"path": "task.json"}, "cluster": "c"}`, foreign},
		{"IAM policy", "", `{"Version": "2012-10-17", "Statement": []}`, foreign},
		{"image definitions", "imagedefinitions.json", `[{"name": "web", "imageUri": "nginx"}]`, foreign},
		{"family tree", "", `{"family": "Smith", "members": []}`, foreign},
		{"number", "", `5`, foreign},
		{"empty list", "", `[]`, foreign},
		{"list of nothing", "", `["x", 5, null]`, foreign},
		{"empty", "", ``, foreign},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.file == "" {
				test.file = "x.json"
			}
			if got := summary(read(test.file, test.text)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestBrokenText checks that what breaks off is still known by the keys that it has.
func TestBrokenText(t *testing.T) {
	for _, text := range []string{
		`{"family": "shop", "containerDefinitions": [{"name": "web", "image": "nginx:1`,
		`{"family": "shop", "containerDefinitions": [{"name": "web" "image": "nginx:1"}]`,
		"{\n  // shop\n  \"family\": \"shop\",\n  \"containerDefinitions\": [,],\n}",
		`{family: "shop", containerDefinitions: []}`,
		`{"family": "shop", "containerDefinitions": ${CONTAINERS}, "cpu": <CPU>}`,
	} {
		r := read("x.json", text)
		if got := summary(r); got != "RegisterTaskDefinition: task definition shop" && got != "RegisterTaskDefinition: task definition shop, incomplete" {
			t.Errorf("%s\n%s", text, got)
		}
	}
}
