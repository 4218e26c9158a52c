package document

import (
	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

func (r *reader) newObject(t ecs.Type, operation string, n *syntax.Node) *ecs.Object {
	return adapt.NewObject(r.file, r.format, t, operation, n)
}

// containers makes a task definition of a bare list of containers: all around them is unknown, as something
// else will put it there.
func (r *reader) containers(list *syntax.Node) *ecs.Object {
	key := &syntax.Node{Kind: syntax.String, Range: list.Range.Head(), Text: adapt.Name("containerDefinitions")}
	root := &syntax.Node{Kind: syntax.Object, Range: list.Range, Incomplete: true, Members: []syntax.Member{{Key: key, Value: list}}}
	object := r.newObject(ecs.TypeTaskDefinition, "RegisterTaskDefinition", root)
	object.Fragment = true
	return object
}

// outputOnly are keys that only the answer of a describe call has.
var outputOnly = []string{"taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy"}

func (r *reader) newTaskDefinition(n *syntax.Node) *ecs.Object {
	object := r.newObject(ecs.TypeTaskDefinition, "RegisterTaskDefinition", n)
	object.Output = keysOf(n).has(outputOnly...)
	return object
}

func (r *reader) newService(n *syntax.Node, output bool) *ecs.Object {
	operation := "CreateService"
	if _, named := n.Member("service"); named {
		operation = "UpdateService"
	}
	object := r.newObject(ecs.TypeService, operation, n)
	object.Output = output || keysOf(n).has("serviceArn", "runningCount", "pendingCount")
	return object
}
