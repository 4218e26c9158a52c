package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

func inFile(name string, t ecs.Type, root *syntax.Node) *ecs.Object {
	return &ecs.Object{Type: t, Root: root, File: source.NewFile(name, "/"+name, nil)}
}

// definition has a list of containers with a place of its own.
func definition(file string, family *syntax.Node, more ...any) *ecs.Object {
	containers := list(object("name", str("web")))
	containers.Range = str("[...]").Range
	return inFile(file, ecs.TypeTaskDefinition, object(append([]any{"family", family, "containerDefinitions", containers}, more...)...))
}

func serviceOf(file, taskDefinition string) *ecs.Object {
	return inFile(file, ecs.TypeService, object("serviceName", str("web"), "taskDefinition", str(taskDefinition)))
}

func output(o *ecs.Object) *ecs.Object {
	o.Output = true
	return o
}

func TestLinks(t *testing.T) {
	const arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/"
	shop := func() *ecs.Object { return definition("app/task.json", str("shop")) }
	saved := func() *ecs.Object { return output(definition("app/saved.json", str("shop"), "revision", num("7"))) }
	for _, test := range []struct {
		name, link string
		objects    []*ecs.Object
		linked     bool // to the first of the objects
	}{
		{"family", "shop", []*ecs.Object{shop()}, true},
		{"another family", "shop", []*ecs.Object{definition("a", str("shop-2"))}, false},
		{"none", "shop", nil, false},
		{"ARN", arn + "shop", []*ecs.Object{shop()}, true},
		{"ARN of another partition", "arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/shop", []*ecs.Object{shop()}, true},
		{"ARN of something else", "arn:aws:ecs:eu-west-1:123456789012:service/shop", []*ecs.Object{shop()}, false},
		{"fixed revision of an input", "shop:7", []*ecs.Object{shop()}, false},
		{"fixed revision of an output", "shop:7", []*ecs.Object{saved()}, true},
		{"ARN with the revision of an output", arn + "shop:7", []*ecs.Object{saved()}, true},
		{"another revision of an output", "shop:8", []*ecs.Object{saved()}, false},
		{"family of an output", "shop", []*ecs.Object{saved()}, true},
		{"two candidates", "shop", []*ecs.Object{shop(), definition("b/task.json", str("shop"))}, false},
		{"a candidate and another family", "shop", []*ecs.Object{shop(), definition("b/task.json", str("blog"))}, true},
		{"a task definition whose family can't be known", "shop", []*ecs.Object{shop(), definition("b/task.json", unknown("${FAMILY}"))}, false},
		{"a task definition without a family", "shop", []*ecs.Object{shop(), definition("b/task.json", str(""))}, true},
		{"file", "task.json", []*ecs.Object{shop()}, true},
		{"file with two", "task.json", []*ecs.Object{shop(), definition("app/task.json", str("blog"))}, false},
		{"file elsewhere", "../app/task.json", []*ecs.Object{shop()}, true},
		{"file that isn't there", "other.json", []*ecs.Object{shop()}, false},
	} {
		service := serviceOf("app/service.json", test.link)
		p := ecs.NewProject(append([]*ecs.Object{service}, test.objects...))
		td := p.TaskDefinitionOf(service)
		if !test.linked {
			if td != nil {
				t.Errorf("%s: linked to %s", test.name, td.Label())
			}
			continue
		}
		if td != test.objects[0] {
			t.Errorf("%s: not linked", test.name)
		}
		if users := p.UsersOf(test.objects[0]); len(users) != 1 || users[0] != service {
			t.Errorf("%s: %d users", test.name, len(users))
		}
	}
}

func TestScriptAndItsFileAreOneCandidate(t *testing.T) {
	file := definition("task.json", str("shop"))
	script := inFile("deploy.sh", ecs.TypeTaskDefinition, file.Root.Clone())
	service := serviceOf("service.json", "shop")
	p := ecs.NewProject([]*ecs.Object{script, file, service})
	if td := p.TaskDefinitionOf(service); td != script && td != file {
		t.Error("not linked")
	}
}

func TestLinksOfUnknownNames(t *testing.T) {
	shop := definition("task.json", str("shop"))
	for _, root := range []*syntax.Node{
		object("taskDefinition", unknown("shop:${REVISION}")),
		object("serviceName", str("web")),
		incomplete(object()),
		unknown("${SERVICE}"),
	} {
		service := inFile("service.json", ecs.TypeService, root)
		if td := ecs.NewProject([]*ecs.Object{shop, service}).TaskDefinitionOf(service); td != nil {
			t.Error("linked to", td.Label())
		}
	}
	if td := ecs.NewProject([]*ecs.Object{shop}).TaskDefinitionOf(shop); td != nil {
		t.Error("a task definition is linked to itself")
	}
}

func TestSplitTaskDefinition(t *testing.T) {
	for _, test := range []struct{ name, family, revision string }{
		{"shop", "shop", ""}, {"shop:3", "shop", "3"}, {"arn:aws:ecs:eu-west-1:1:task-definition/shop:3", "shop", "3"},
		{"arn:aws-us-gov:ecs:us-gov-west-1:1:task-definition/shop", "shop", ""}, {"", "", ""},
	} {
		if family, revision := ecs.SplitTaskDefinition(test.name); family != test.family || revision != test.revision {
			t.Errorf("%s: %q %q", test.name, family, revision)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, test := range []struct {
		object *ecs.Object
		label  string
	}{
		{definition("x", str("shop")), "task definition shop"},
		{definition("x", unknown("${X}")), "task definition #2"},
		{inFile("x", ecs.TypeService, object("serviceName", str("web"), "service", str("other"))), "service web"},
		{inFile("x", ecs.TypeService, object("service", str("api"))), "service api"},
		{inFile("x", ecs.TypeTask, object("taskDefinition", str("shop"))), "task #2"},
	} {
		test.object.Ordinal = 2
		if got := test.object.Label(); got != test.label {
			t.Errorf("got %q, want %q", got, test.label)
		}
	}
}
