package engine_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/ecslint/ecslint/internal/engine"
)

// BenchmarkFolder checks 500 small task definitions. Compiling the policies is part of it.
func BenchmarkFolder(b *testing.B) {
	files := map[string]string{}
	for i := range 500 {
		files[fmt.Sprintf("service-%03d/task-definition.json", i)] = fmt.Sprintf(small, i, i)
	}
	dir := folder(b, files)
	for _, c := range []struct {
		name string
		on   map[string]bool
	}{{"all rules", allRules(b)}, {"without policies", goRules(b)}, {"only read", map[string]bool{}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r := engine.Run(context.Background(), engine.Options{Dir: dir, Paths: []string{"."}, Rules: c.on})
				if len(r.Objects) != len(files) {
					b.Fatalf("%d objects", len(r.Objects))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(files)), "µs/file")
		})
	}
}

const small = `{
  "family": "service-%d",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "512",
  "memory": "1024",
  "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:%d",
      "portMappings": [{"containerPort": 8080}],
      "environment": [{"name": "PORT", "value": "8080"}, {"name": "LOG_LEVEL", "value": "info"}],
      "secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"}],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {"awslogs-group": "web", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web"}
      }
    }
  ]
}
`
