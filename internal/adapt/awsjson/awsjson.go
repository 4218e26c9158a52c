package awsjson

import (
	"path"
	"regexp"
	"slices"
	"strconv"
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
		if what := foreignText(f.Name, text.String()); what != "" {
			return adapt.Result{Why: what}
		}
	}
	root, problems := json.Parse(text)
	r := adapt.Result{Problems: problems, Tree: root}
	r.Objects = objects(f, root)
	if len(r.Objects) == 0 {
		r.Why = whatItIs[kindOf(f.Name, root)]
		if r.Why == "" {
			r.Why = whatItIs[foreign]
		}
	}
	return r
}

// foreignText says what valid JSON is when it can be told from the top level that no object is in it.
func foreignText(name, s string) string {
	trimmed := strings.TrimLeft(s, " \t\r\n")
	if strings.HasPrefix(trimmed, "{") {
		return whatItIs[named(name, sniff(s))]
	}
	first := gjson.Get(s, "0")
	if !first.IsObject() || whatItIs[sniff(first.Raw)] != "" {
		return whatItIs[foreign]
	}
	return ""
}

func kindOf(name string, root *syntax.Node) kind {
	switch root.Kind {
	case syntax.Object:
		return named(name, kindOfObject(root))
	case syntax.Array:
		return list
	}
	return foreign
}

var (
	taskName    = regexp.MustCompile(`(?i)(run|start)[-_]?task`)
	serviceName = regexp.MustCompile(`(?i)service`)
)

// named decides by the file's name where its content leaves two answers.
func named(file string, k kind) kind {
	switch base := path.Base(file); {
	case k == inputOrRun && taskName.MatchString(base):
		return task
	case k == inputOrRun && serviceName.MatchString(base):
		return service
	}
	return k
}

// objects finds all objects of a document.
func objects(f *source.File, root *syntax.Node) []*ecs.Object {
	if root.Kind == syntax.Array {
		return fromList(f, root)
	}
	return one(f, root, kindOf(f.Name, root))
}

func one(f *source.File, n *syntax.Node, k kind) []*ecs.Object {
	switch k {
	case taskDefinition:
		return []*ecs.Object{newTaskDefinition(f, n)}
	case wrappedDefinition:
		definition := newTaskDefinition(f, n.Get("taskDefinition"))
		definition.Output = true
		return beside(n, "taskDefinition", definition)
	case container:
		return []*ecs.Object{containers(f, &syntax.Node{Kind: syntax.Array, Range: n.Range, Items: []*syntax.Node{n}, Incomplete: true})}
	case service:
		return []*ecs.Object{newService(f, n, false)}
	case wrappedService:
		return beside(n, "service", newService(f, n.Get("service"), true))
	case recorded:
		return beside(n, "data", objects(f, n.Get("data"))...)
	case services:
		return beside(n, "services", fromServices(f, n.Get("services"))...)
	case task:
		operation := "RunTask"
		if _, ok := n.Member("containerInstances"); ok {
			operation = "StartTask"
		}
		return []*ecs.Object{adapt.NewObject(f, "json", ecs.TypeTask, operation, n)}
	}
	return nil
}

// beside lists as unread what stands beside the member that the objects were taken from.
func beside(n *syntax.Node, member string, found ...*ecs.Object) []*ecs.Object {
	read, _ := n.Member(member)
	for _, m := range n.Members {
		if len(found) > 0 && m.Key != read.Key {
			found[0].Unread = append(found[0].Unread, ecs.Unread{Range: m.Key.Range, At: m.Key.String(), Why: "stands beside " + member})
		}
	}
	return found
}

func fromServices(f *source.File, list *syntax.Node) []*ecs.Object {
	return each(list, func(item *syntax.Node) []*ecs.Object {
		if item.Kind != syntax.Object {
			return nil
		}
		return []*ecs.Object{newService(f, item, true)}
	})
}

func fromList(f *source.File, root *syntax.Node) []*ecs.Object {
	if slices.ContainsFunc(root.Items, func(item *syntax.Node) bool { return kindOf(f.Name, item) == container }) {
		return []*ecs.Object{containers(f, root)}
	}
	return each(root, func(item *syntax.Node) []*ecs.Object {
		switch k := kindOf(f.Name, item); k {
		case taskDefinition, service, task:
			return one(f, item, k)
		}
		return nil
	})
}

// each takes objects out of the items of a list. An item without one is listed as unread.
func each(list *syntax.Node, objectsOf func(*syntax.Node) []*ecs.Object) []*ecs.Object {
	var found []*ecs.Object
	var unread []ecs.Unread
	for i, item := range list.Items {
		objects := objectsOf(item)
		if len(objects) == 0 {
			unread = append(unread, ecs.Unread{Range: item.Range, At: "[" + strconv.Itoa(i) + "]", Why: "not an object of ECS"})
		}
		found = append(found, objects...)
	}
	if len(found) > 0 {
		found[0].Unread = append(found[0].Unread, unread...)
	}
	return found
}

// containers makes a task definition of a bare list of containers: all around them is unknown, as something
// else will put it there.
func containers(f *source.File, list *syntax.Node) *ecs.Object {
	key := &syntax.Node{Kind: syntax.String, Range: list.Range.Head(), Text: adapt.Name("containerDefinitions")}
	root := &syntax.Node{Kind: syntax.Object, Range: list.Range, Incomplete: true, Members: []syntax.Member{{Key: key, Value: list}}}
	object := adapt.NewObject(f, "json", ecs.TypeTaskDefinition, "RegisterTaskDefinition", root)
	object.Fragment = true
	return object
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
