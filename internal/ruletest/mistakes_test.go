package ruletest

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestEasyMistakes holds the ten things that are easiest to get wrong in rules about ECS, mostly because a page of AWS says
// something else than AWS does. Each input names the rules that have to speak of it; no other may call it an error.
func TestEasyMistakes(t *testing.T) {
	const (
		task    = `{"family": "shop", "requiresCompatibilities": ["EC2"], "containerDefinitions": [{"name": "web", "image": "shop:1", "memory": 256, `
		sized   = `{"family": "shop", "requiresCompatibilities": ["EC2"], "cpu": "256", "memory": "512", "containerDefinitions": [`
		service = `{"serviceName": "shop", "taskDefinition": "shop", "desiredCount": 2, `
		network = `"networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60718"], "assignPublicIp": "ENABLED"}}`
		group   = `"loadBalancers": [{"targetGroupArn": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/0123456789abcdef", "containerName": "web", "containerPort": 80, ` +
			`"advancedConfiguration": {"alternateTargetGroupArn": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/b/0123456789abcdef", "roleArn": "arn:aws:iam::123456789012:role/ecs", "productionListenerRule": `
		canary = `"deploymentConfiguration": {"strategy": "CANARY", "bakeTimeInMinutes": 5, "canaryConfiguration": {"canaryPercent": 10, "canaryBakeTimeInMinutes": 5}}, `
	)
	for _, test := range []struct{ name, input, rules string }{
		{"1 another protocol is taken for tcp", task + `"portMappings": [{"containerPort": 53, "protocol": "UDP"}]}]}`, "unknown-protocol"},
		{"2 public addresses go with the controller ECS", service + `"launchType": "FARGATE", "deploymentController": {"type": "ECS"}, ` + network + `}`, ""},
		{"2 but not with EC2", service + `"launchType": "EC2", ` + network + `}`, "public-ip-on-ec2"},
		{"3 rebalancing left out is switched off for daemons", `{"serviceName": "shop", "taskDefinition": "shop", "schedulingStrategy": "DAEMON"}`, ""},
		{"3 but not where it is written", `{"serviceName": "shop", "taskDefinition": "shop", "schedulingStrategy": "DAEMON", "availabilityZoneRebalancing": "ENABLED"}`, "daemon-zone-rebalancing"},
		{"3 rebalancing left out beside 100 percent", service + `"deploymentConfiguration": {"maximumPercent": 100, "minimumHealthyPercent": 50}}`, ""},
		{"4 sums may equal the task", sized + `{"name": "web", "image": "shop:1", "cpu": 256, "memory": 256}, {"name": "log", "image": "shop:1", "memory": 256}]}`, ""},
		{"4 but not be more", sized + `{"name": "web", "image": "shop:1", "cpu": 257}]}`, "container-sum-over-task"},
		{"5 memory may equal the reservation", task + `"memoryReservation": 256}]}`, ""},
		{"5 but not be less", task + `"memoryReservation": 257}]}`, "memory-below-reservation"},
		{"6 Managed Instances are no launch type", service + `"launchType": "MANAGED_INSTANCES"}`, "managed-instances-launch-type"},
		{"7 canaries go with any listener", service + canary + group + `"arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/net/a/0123456789abcdef/0123456789abcdef"}}]}`, ""},
		{"7 blue/green needs no traffic", service + `"deploymentConfiguration": {"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 5}}`, ""},
		{"8 an Application Load Balancer wants the rule", service + canary + group + `"arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/0123456789abcdef/0123456789abcdef"}}]}`, "listener-instead-of-rule"},
		{"9 Windows on EC2 takes bridge", `{"family": "shop", "requiresCompatibilities": ["EC2"], "networkMode": "bridge", "runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "containerDefinitions": [{"name": "web", "image": "shop:1", "memory": 256}]}`, ""},
		{"10 the last old platform version is gone", service + `"launchType": "FARGATE", "platformVersion": "1.3.0", ` + network + `}`, "retired-platform-version"},
		{"10 the one in use is not", service + `"launchType": "FARGATE", "platformVersion": "1.4.0", ` + network + `}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := check(t, []txtar.File{{Name: "input.json", Data: []byte(test.input)}})
			for _, rule := range strings.Fields(test.rules) {
				if !strings.Contains(got, "["+rule+"]") {
					t.Errorf("no %s", rule)
				}
			}
			if test.rules == "" && (strings.Contains(got, ": error: ") || strings.Contains(got, ": warning: ")) {
				t.Errorf("not silent")
			}
			if t.Failed() {
				t.Log(got)
			}
		})
	}
}
