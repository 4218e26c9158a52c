package awsjson

import (
	"strings"

	"github.com/tidwall/gjson"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// Read turns a JSON file into objects. A file that holds nothing of ECS gives none, and says what it is.
func Read(f *source.File) adapt.Result {
	text := f.Text()
	if valid := json.Valid(text.String()); valid {
		if what := foreignText(text.String()); what != "" {
			return adapt.Result{Why: what}
		}
	}
	root, problems := json.Parse(text)
	r := adapt.Result{Problems: problems, Tree: root}
	r.Objects = objects(f, root)
	if len(r.Objects) == 0 {
		r.Why = whatItIs[kindOf(root)]
		if r.Why == "" {
			r.Why = whatItIs[foreign]
		}
	}
	return r
}

// foreignText says what valid JSON is when it can be told from the top level that no object is in it.
func foreignText(s string) string {
	trimmed := strings.TrimLeft(s, " \t\r\n")
	if strings.HasPrefix(trimmed, "{") {
		return whatItIs[classify(sniff(s))]
	}
	first := gjson.Get(s, "0")
	if !first.IsObject() || whatItIs[classify(sniff(first.Raw))] != "" {
		return whatItIs[foreign]
	}
	return ""
}

func kindOf(root *syntax.Node) kind {
	switch root.Kind {
	case syntax.Object:
		return classify(keysOf(root))
	case syntax.Array:
		return list
	}
	return foreign
}

// objects finds all objects of a document.
func objects(f *source.File, root *syntax.Node) []*ecs.Object {
	if root.Kind == syntax.Array {
		return fromList(f, root)
	}
	return one(f, root, kindOf(root))
}

func one(f *source.File, n *syntax.Node, k kind) []*ecs.Object {
	switch k {
	case taskDefinition:
		return []*ecs.Object{newTaskDefinition(f, n)}
	case wrappedDefinition:
		return unwrap(n, "taskDefinition", func(inner *syntax.Node) *ecs.Object { return newTaskDefinition(f, inner) })
	case container:
		return []*ecs.Object{containers(f, &syntax.Node{Kind: syntax.Array, Range: n.Range, Items: []*syntax.Node{n}, Incomplete: true})}
	case service:
		return []*ecs.Object{newService(f, n, false)}
	case wrappedService:
		return unwrap(n, "service", func(inner *syntax.Node) *ecs.Object { return newService(f, inner, true) })
	case services:
		var found []*ecs.Object
		for _, item := range n.Get("services").Items {
			if item.Kind == syntax.Object {
				found = append(found, newService(f, item, true))
			}
		}
		return found
	case task:
		operation := "RunTask"
		if _, ok := n.Member("containerInstances"); ok {
			operation = "StartTask"
		}
		return []*ecs.Object{adapt.NewObject(f, "json", ecs.TypeTask, operation, n)}
	}
	return nil
}

// unwrap takes the object out of the member that holds it; what stands beside it is not read.
func unwrap(n *syntax.Node, member string, make func(*syntax.Node) *ecs.Object) []*ecs.Object {
	m, _ := n.Member(member)
	object := make(m.Value)
	object.Output = true
	for _, other := range n.Members {
		if other.Key != m.Key {
			object.Unread = append(object.Unread, ecs.Unread{Range: other.Key.Range, At: other.Key.String(), Why: "stands beside " + member})
		}
	}
	return []*ecs.Object{object}
}

func fromList(f *source.File, root *syntax.Node) []*ecs.Object {
	var found []*ecs.Object
	for _, item := range root.Items {
		switch k := kindOf(item); k {
		case container:
			return []*ecs.Object{containers(f, root)}
		case taskDefinition, service, task:
			found = append(found, one(f, item, k)...)
		}
	}
	return found
}

// containers makes a task definition of a bare list of containers: all around them is unknown, as something
// else will put it there.
func containers(f *source.File, list *syntax.Node) *ecs.Object {
	key := &syntax.Node{Kind: syntax.String, Range: list.Range.Head(), Text: adapt.Name("containerDefinitions")}
	root := &syntax.Node{Kind: syntax.Object, Range: list.Range, Incomplete: true, Members: []syntax.Member{{Key: key, Value: list}}}
	return adapt.NewObject(f, "json", ecs.TypeTaskDefinition, "RegisterTaskDefinition", root)
}

// outputOnly are keys that only the answer of a describe call has.
var outputOnly = []string{"taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy"}

func newTaskDefinition(f *source.File, n *syntax.Node) *ecs.Object {
	object := adapt.NewObject(f, "json", ecs.TypeTaskDefinition, "RegisterTaskDefinition", n)
	object.Output = keysOf(n).has(outputOnly...)
	return object
}

func newService(f *source.File, n *syntax.Node, output bool) *ecs.Object {
	operation := "CreateService"
	if _, named := n.Member("service"); named {
		operation = "UpdateService"
	}
	object := adapt.NewObject(f, "json", ecs.TypeService, operation, n)
	object.Output = output || keysOf(n).has("serviceArn", "runningCount", "pendingCount")
	return object
}
