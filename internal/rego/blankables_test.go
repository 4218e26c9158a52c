package rego

import "github.com/ecslint/ecslint/internal/ecs"

// blankables are inputs that all built-in policies find something in.
var blankables = []struct {
	name     string
	parse    func(text string) *ecs.Object
	findings int
	text     string
}{
	{"task definition", taskDefinition, 10, `{
  "family": "shop", "networkMode": "awsvpc", "requiresCompatibilities": ["EC2", "FARGATE"],
  "taskRoleArn": "arn:aws:iam::123456789012:role/shop", "executionRoleArn": "arn:aws:iam::123456789012:role/shop",
  "runtimePlatform": {"operatingSystemFamily": "LINUX"},
  "containerDefinitions": [
    {"name": "web", "image": "nginx", "user": "0:0", "environment": [
      {"name": "DB_PASSWORD", "value": "hunter2"},
      {"name": "DB_PASSWORD", "value": "hunter2"},
      {"name": "DB_URL", "value": "postgres://app:hunter2@db/shop"},
      {"name": "STAGE", "value": "prod"}
    ], "healthCheck": {"command": ["CMD", "true"], "interval": 30}},
    {"name": "log", "image": "fluent-bit:latest", "user": "0", "firelensConfiguration": {"type": "fluentbit"}, "readonlyRootFilesystem": true},
    {"name": "log", "image": "redis:7", "logConfiguration": {"logDriver": "awsfirelens"}, "environment": [{"name": "API_TOKEN", "value": "abcdefgh12345"}]}
  ],
  "volumes": [{"name": "data"}]
}`},
	{"no read-only file system", taskDefinition, 5, `{"containerDefinitions": [{"name": "a", "image": "a"}, {"name": "b", "image": "b:1"}, {"image": "c:2"}]}`},
	{"service", service, 2, `{
  "serviceName": "shop", "taskDefinition": "shop", "schedulingStrategy": "REPLICA", "deploymentController": {"type": "ECS"},
  "deploymentConfiguration": {"strategy": "ROLLING", "deploymentCircuitBreaker": {"enable": false, "rollback": true}, "alarms": {"enable": false}},
  "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d"], "assignPublicIp": "ENABLED"}}
}`},
	{"deployed by something else", service, 0, `{"serviceName": "shop", "deploymentController": {"type": "CODE_DEPLOY"}, "deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": false}}}`},
	{"a daemon", service, 0, `{"serviceName": "shop", "schedulingStrategy": "DAEMON", "deploymentController": {"type": "ECS"},
  "deploymentConfiguration": {"strategy": "ROLLING", "deploymentCircuitBreaker": {"enable": false}, "alarms": {"enable": false}}}`},
	{"blue and green", service, 0, `{"serviceName": "shop", "deploymentConfiguration": {"strategy": "BLUE_GREEN", "deploymentCircuitBreaker": {"enable": false}, "alarms": {"enable": false}}}`},
	{"stopped by alarms", service, 0, `{"serviceName": "shop", "deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": false}, "alarms": {"enable": true, "alarmNames": ["errors"]}}}`},
	{"on Windows", taskDefinition, 1, `{"runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}, "containerDefinitions": [{"name": "a", "image": "a:1"}]}`},
}
