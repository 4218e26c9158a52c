package document

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// Objects finds all objects of a document. Where it holds none, why says what it is. Format is what the objects say
// they were read from; the trees become theirs.
func Objects(f *source.File, format string, root *syntax.Node) (objects []*ecs.Object, why string) {
	r := &reader{f, format}
	if objects = r.objects(root); len(objects) > 0 {
		return objects, ""
	}
	if why = r.whatItIs(r.kindOf(root)); why == "" {
		why = r.whatItIs(foreign)
	}
	return nil, why
}

// Foreign says what a document is of which only the keys on its top level are known; "" where an object may be in it.
// inner gives the keys of a member.
func Foreign(f *source.File, format string, k Keys, inner func(member string) Keys) (why string) {
	r := &reader{f, format}
	return r.whatItIs(r.kindOfKeys(k, inner))
}

// words are what every document has one of that holds an object, beside the words of task definitions, services and tasks.
var words = []string{
	"autoScalingGroupProvider", "managedInstancesProvider", "capacityProvider", "clusterArn", "clusterName", "serviceConnectDefaults",
	"daemonTaskDefinitionArn", "primaryContainer", "EcsParameters", "ScalableDimension", "repositoryArn", "repositoryName",
	"AWS::ECS::Service", "TargetService", "containerInstances", "onDemandVcpus", "spotVcpus",
}

// MayHold is a cheap look: a text without any of the words holds none of the objects that they tell of.
func MayHold(text string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// IsTemplate reports a CloudFormation template.
func IsTemplate(root *syntax.Node) bool {
	return root.Kind == syntax.Object && kindOfObject(root) == template
}

type reader struct {
	file   *source.File
	format string
}

func (r *reader) whatItIs(k kind) string {
	syntaxName := strings.ToUpper(r.format)
	switch k {
	case foreign:
		return syntaxName + " without the keys of a task definition, a service or another object of ECS"
	case inputOrRun:
		return syntaxName + " whose keys fit both a service and a run-task call: not read"
	}
	return ""
}

func (r *reader) kindOf(root *syntax.Node) kind {
	switch root.Kind {
	case syntax.Object:
		return r.kindOfKeys(keysOf(root), innerOf(root))
	case syntax.Array:
		return list
	}
	return foreign
}

var (
	taskName    = regexp.MustCompile(`(?i)(run|start)[-_]?task`)
	serviceName = regexp.MustCompile(`(?i)service`)
)

func (r *reader) kindOfKeys(k Keys, inner func(member string) Keys) kind {
	if isFleet(r.file.Name, k, inner) {
		return fleet
	}
	return r.named(classify(k, inner))
}

// named decides by the file's name where its content leaves two answers.
func (r *reader) named(k kind) kind {
	switch base := path.Base(r.file.Name); {
	case k == inputOrRun && taskName.MatchString(base):
		return task
	case k == inputOrRun && serviceName.MatchString(base):
		return service
	}
	return k
}

func (r *reader) objects(root *syntax.Node) []*ecs.Object {
	if root.Kind == syntax.Array {
		return r.fromList(root)
	}
	return r.one(root, r.kindOf(root))
}

func (r *reader) one(n *syntax.Node, k kind) []*ecs.Object {
	switch k {
	case taskDefinition:
		return []*ecs.Object{r.newTaskDefinition(n)}
	case wrappedDefinition:
		definition := r.newTaskDefinition(n.Get("taskDefinition"))
		definition.Output = true
		return beside(n, "taskDefinition", definition)
	case container:
		return []*ecs.Object{r.containers(&syntax.Node{Kind: syntax.Array, Range: n.Range, Items: []*syntax.Node{n}, Incomplete: true})}
	case service:
		return []*ecs.Object{r.newService(n, false)}
	case wrappedService:
		return beside(n, "service", r.newService(n.Get("service"), true))
	case recorded:
		return beside(n, "data", r.objects(n.Get("data"))...)
	case services:
		return beside(n, "services", r.fromServices(n.Get("services"))...)
	case task:
		operation := "RunTask"
		if _, ok := n.Member("containerInstances"); ok {
			operation = "StartTask"
		}
		return []*ecs.Object{r.newObject(ecs.TypeTask, operation, n)}
	case input:
		return r.input(n, inputOperation(keysOf(n), innerOf(n)))
	case output:
		return r.output(n, outputIn(keysOf(n), innerOf(n)))
	case appSpec:
		return r.appSpec(n)
	case fleet:
		return []*ecs.Object{r.newObject(ecs.TypeFleet, ecs.OperationFleet, n)}
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

func (r *reader) fromServices(list *syntax.Node) []*ecs.Object {
	return each(list, func(item *syntax.Node) []*ecs.Object {
		if item.Kind != syntax.Object {
			return nil
		}
		return []*ecs.Object{r.newService(item, true)}
	})
}

func (r *reader) fromList(root *syntax.Node) []*ecs.Object {
	if slices.ContainsFunc(root.Items, func(item *syntax.Node) bool { return r.kindOf(item) == container }) {
		return []*ecs.Object{r.containers(root)}
	}
	if slices.ContainsFunc(root.Items, func(item *syntax.Node) bool { return r.kindOf(item) == taskTarget }) {
		return []*ecs.Object{r.targets(root)}
	}
	return each(root, func(item *syntax.Node) []*ecs.Object {
		switch k := r.kindOf(item); k {
		case taskDefinition, service, task, input:
			return r.one(item, k)
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
