package schema

import (
	"math/rand/v2"
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// TestFit changes values of inputs without a fault: of what fits a check says nothing.
func TestFit(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var fits, valid, invalid int
	for range 10_000 {
		for operation, text := range map[string]string{
			"RegisterTaskDefinition": `{"family": "web", "cpu": "512", "requiresCompatibilities": ["FARGATE"], "volumes": [{"name": "data"}],
  "containerDefinitions": [{"name": "web", "image": "nginx", "cpu": 256, "essential": true, "dockerLabels": {"a.b": "c"},
    "portMappings": [{"containerPort": 80, "protocol": "tcp"}], "environment": [{"name": "A", "value": "b"}],
    "linuxParameters": {"swappiness": 60}, "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g"}}}]}`,
			"CreateService": `{"serviceName": "web", "desiredCount": 2, "launchType": "FARGATE", "loadBalancers": [{"containerPort": 80}],
  "deploymentConfiguration": {"maximumPercent": 200}, "tags": [{"key": "a", "value": "b"}]}`,
		} {
			f := source.NewFile("a.json", "", []byte(text))
			root, _ := json.Parse(f.Text())
			changeSome(random, root)
			for _, given := range []ecs.Given{ecs.InFile, ecs.ByTemplate} {
				c := &check{object: &ecs.Object{Root: root, File: f, Operation: operation, Given: given}, operation: operation, fed: given != ecs.InFile}
				found, err := c.judge(schemaOf(operation))
				if err != nil {
					t.Fatal(err)
				}
				switch fit := schemaOf(operation).fit.of(root); {
				case fit && len(found) > 0:
					t.Fatalf("%s fits: %s at %s: %s", operation, found[0].Rule, found[0].At, found[0].Message)
				case fit:
					fits++
				case len(found) == 0:
					valid++
				default:
					invalid++
				}
			}
		}
	}
	if fits < 1000 || invalid < 1000 || valid > fits {
		t.Errorf("%d fit, %d are right all the same, %d wrong", fits, valid, invalid)
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
