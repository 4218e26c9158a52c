package schema_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/schema"
)

// BenchmarkCheck is one task definition of usual size, without and with findings.
func BenchmarkCheck(b *testing.B) {
	good := objectOf("RegisterTaskDefinition", `{
  "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "512", "memory": "1024",
  "executionRoleArn": "arn:aws:iam::123456789012:role/exec", "volumes": [{"name": "data"}],
  "containerDefinitions": [{
    "name": "web", "image": "nginx:1.27", "cpu": 256, "memory": 512, "memoryReservation": 256, "essential": true,
    "portMappings": [{"containerPort": 80, "hostPort": 80}], "mountPoints": [{"sourceVolume": "data", "containerPath": "/d"}],
    "environment": [{"name": "A", "value": "b"}, {"name": "C", "value": "d"}, {"name": "E", "value": "f"}],
    "secrets": [{"name": "S", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/s"}],
    "healthCheck": {"command": ["CMD", "true"], "interval": 30, "timeout": 5, "retries": 3},
    "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g", "awslogs-region": "eu-west-1"}}
  }, {"name": "side", "image": "busybox:1.36", "essential": false, "command": ["sh", "-c", "true"]}]
}`)
	bad := objectOf(inputs[0].operation, inputs[0].text)
	for _, run := range []struct {
		name string
		do   func() (int, error)
	}{
		{"good", func() (int, error) { found, err := schema.Check(good, ""); return len(found), err }},
		{"bad", func() (int, error) { found, err := schema.Check(bad, ""); return len(found), err }},
	} {
		b.Run(run.name, func(b *testing.B) {
			for b.Loop() {
				if n, err := run.do(); err != nil || n > 0 != (run.name == "bad") {
					b.Fatal(n, err)
				}
			}
		})
	}
}
