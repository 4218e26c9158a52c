package rego

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := New(all).programs["taskdefinition"](); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvaluate is of a task definition of 3 KB: without findings, with some, and with those and an unknown,
// which takes the second world.
func BenchmarkEvaluate(b *testing.B) {
	for _, test := range []struct{ name, image, cpu string }{
		{"silent", "nginx:1.27", "256"},
		{"findings", "nginx:latest", "256"},
		{"two worlds", "nginx:latest", "$CPU"},
	} {
		b.Run(test.name, func(b *testing.B) {
			var containers []string
			for i := range 4 {
				var variables []string
				for j := range 12 {
					variables = append(variables, fmt.Sprintf(`{"name": "SETTING_%d", "value": "some value %d"}`, j, j))
				}
				containers = append(containers, fmt.Sprintf(`{"name": "c%d", "image": "%s", "environment": [%s]}`, i, test.image, strings.Join(variables, ", ")))
			}
			object := taskDefinition(fmt.Sprintf(`{"family": "f", "cpu": "%s", "containerDefinitions": [%s]}`, test.cpu, strings.Join(containers, ", ")))
			h := New(all)
			evaluate(b, h, object, Links{})
			b.ReportAllocs()
			for b.Loop() {
				evaluate(b, h, object, Links{})
			}
		})
	}
}
