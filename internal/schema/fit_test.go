package schema

import (
	"math/rand/v2"
	"testing"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// TestFit changes values of inputs without a fault: what fits, the validator takes too.
func TestFit(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var fits, valid, invalid int
	for range 20_000 {
		for operation, text := range map[string]string{
			"RegisterTaskDefinition": `{"family": "web", "cpu": "512", "requiresCompatibilities": ["FARGATE"], "volumes": [{"name": "data"}],
  "containerDefinitions": [{"name": "web", "image": "nginx", "cpu": 256, "essential": true, "dockerLabels": {"a.b": "c"},
    "portMappings": [{"containerPort": 80, "protocol": "tcp"}], "environment": [{"name": "A", "value": "b"}],
    "linuxParameters": {"swappiness": 60}, "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g"}}}]}`,
			"CreateService": `{"serviceName": "web", "desiredCount": 2, "launchType": "FARGATE", "loadBalancers": [{"containerPort": 80}],
  "deploymentConfiguration": {"maximumPercent": 200}, "tags": [{"key": "a", "value": "b"}]}`,
		} {
			root, _ := json.Parse(source.NewFile("a.json", "", []byte(text)).Text())
			changeSome(random, root)
			schema := schemaOf(operation)
			instance, ok := (&builder{kept: map[*syntax.Node][]int{}}).build(root)
			fault := error(nil)
			if ok {
				fault = schema.schema.Validate(instance)
			}
			fit := schema.fit.of(root)
			if fit && fault != nil {
				t.Fatalf("%s: %#v fits, and is wrong: %v", operation, instance, fault)
			}
			switch {
			case fit:
				fits++
			case fault == nil:
				valid++
			default:
				invalid++
			}
		}
	}
	if fits < 1000 || invalid < 1000 || valid > fits {
		t.Errorf("%d fit, %d are for the validator and right, %d wrong", fits, valid, invalid)
	}
}

// changeSome puts other values into a tree.
func changeSome(random *rand.Rand, root *syntax.Node) {
	values := []string{`null`, `""`, `"x"`, `"${X}"`, `0`, `-1`, `1.0`, `2.5`, `70000`, `1e400`, `true`, `{}`, `[]`, `["x", null]`, `{"name": "x"}`, `{"name": "x", "name": null}`, `{"x": 1}`}
	root.Walk(func(n *syntax.Node) bool {
		if random.IntN(25) == 0 {
			v, _ := json.Parse(source.NewFile("b.json", "", []byte(values[random.IntN(len(values))])).Text())
			*n = *v
			if random.IntN(4) == 0 {
				n.Kind = syntax.Unknown
			}
		}
		return true
	})
}
